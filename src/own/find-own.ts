import type { Blob, Candidate, Rule } from '../model/index.ts';
import { type Automaton, buildAutomaton } from '../prefilter/automaton.ts';
import { type Cursor, newHits, search } from '../prefilter/search.ts';
import { endOf } from './compare.ts';
import { type Form, type FormKind, formsOf } from './forms.ts';
import type { OwnValues } from './own-value.ts';

/** Characters of a form that are searched; the rest is compared where they stand. */
const anchorLength = 6;
/** How much longer than itself a form may stand in pieces. */
const stretch = 3;

const written: Record<FormKind, string | undefined> = {
  plain: undefined,
  base64: 'in base64',
  url: 'URL-encoded',
  json: 'with escapes',
};

/** Finds the project's own values, exactly, in whatever bytes they stand. One for each thread. */
export class OwnFinder {
  readonly #automaton: Automaton;
  /** For each anchor of the automaton the forms that start with it. */
  readonly #forms: readonly (readonly Form[])[];
  readonly #hits = newHits();
  /** Bytes that sections of a large content must overlap by. */
  readonly reach: number;

  readonly #rule: () => Rule;

  /** @param rule gives the rule that finds are reported by: it is asked for at the first of them */
  constructor({ values }: OwnValues, rule: () => Rule) {
    this.#rule = rule;
    const byAnchor = new Map<string, Form[]>();
    let longest = 0;
    for (const form of values.flatMap(formsOf)) {
      // The automaton knows no case.
      const anchor = form.text.slice(0, anchorLength).replace(/[A-Z]/g, (letter) => letter.toLowerCase());
      const forms = byAnchor.get(anchor);
      if (forms) forms.push(form);
      else byAnchor.set(anchor, [form]);
      longest = Math.max(longest, form.text.length);
    }
    this.#automaton = buildAutomaton([...byAnchor.keys()]);
    this.#forms = [...byAnchor.values()];
    this.reach = longest * stretch;
  }

  /** Every place of this section at which one of the values stands, in any form; never its own file. */
  find(blob: Blob): readonly Candidate[] {
    const bytes = Buffer.from(blob.bytes.buffer, blob.bytes.byteOffset, blob.bytes.length);
    const cursor: Cursor = { offset: 0, state: 0 };
    const found: Candidate[] = [];
    const taken = new Set<string>();
    do {
      search(this.#automaton, bytes, cursor, this.#hits);
      for (let index = 0; index < this.#hits.length; index += 2) {
        const hit = this.#hits.pairs[index] as number;
        const end = this.#hits.pairs[index + 1] as number;
        for (const anchor of this.#automaton.outputs[hit] as readonly number[]) {
          for (const form of this.#forms[anchor] as readonly Form[]) {
            const start = end - Math.min(anchorLength, form.text.length);
            const to = endOf(bytes, start, form.text, form.kind === 'base64');
            if (to === undefined || to <= blob.seen || isOwnFile(blob, form)) continue;
            const place = `${start}:${form.own.value}`;
            if (taken.has(place)) continue;
            taken.add(place);
            found.push(candidateOf(this.#rule(), blob, form, start, to, to - start !== form.text.length));
          }
        }
      }
    } while (cursor.offset < bytes.length);
    return found;
  }
}

const isOwnFile = ({ item: { place } }: Blob, { own }: Form): boolean =>
  place.kind === 'disk' && place.file === own.file;

function candidateOf(
  rule: Rule,
  blob: Blob,
  { own, kind }: Form,
  start: number,
  end: number,
  split: boolean,
): Candidate {
  const how = [written[kind], split ? 'in pieces' : undefined].filter((word) => word !== undefined).join(', ');
  const sentence = ownSentence(own);
  return {
    rule,
    blob,
    span: { start: blob.offset + start, end: blob.offset + end },
    // What stands there, not what it says: a line is masked where it stands.
    secret: own.value,
    title: `The value of \`${own.name}\` from ${own.from}`,
    judgement: {
      kind: 'proven',
      evidence: [{ text: how === '' ? sentence : `${sentence}, ${how}`, weight: 1 }],
    },
    evidence: [],
  };
}

const ownSentence = ({ name, from }: Form['own']): string => `it is the value of ${name} from ${from}`;
