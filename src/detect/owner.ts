import { splitWords } from '../lexicon/index.ts';

/** What the surroundings of an assignment say of whose value it is, apart from its name. Lower case. */
export interface Owner {
  /** Names that hold the assignment (`exa:` above `token:`, `new Exa({ … })`, `[exa]`), outermost first, joined by dots. */
  readonly path: string;
  /** Hosts that are named near by: `api.exa.ai`. */
  readonly hosts: readonly string[];
}

const mostLevels = 3;
const host = /(?:\/\/|@|[Hh]ost:[ \t]{0,4})((?:[A-Za-z0-9-]{1,40}\.){1,5}[A-Za-z]{2,12})/g;

/**
 * Reads what an assignment stands in.
 * @param window text around the assignment, one character a byte
 * @param nameStart where its name starts in `window`
 */
export function ownerOf(window: string, nameStart: number): Owner {
  const before = window.slice(0, nameStart);
  const path = [...enclosing(before).reverse(), ...above(before).reverse(), ...wordsBefore(before)];
  const hosts = [...window.matchAll(host)].map(([, name = '']) => name.toLowerCase());
  return { path: path.join('.').toLowerCase(), hosts };
}

const opens = new Set(['{', '(', '[']);
const closes = new Set(['}', ')', ']']);
const nameBefore = /(?:^|[^\w.$-])(?:new )?([A-Za-z_$][\w.$-]{0,60})["']?(?::| =| =>|=|:=|\()?[ \t]{0,4}\(?$/;

/** Names of the objects, calls and elements that are open where a text ends, the nearest first. */
function enclosing(text: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (let at = text.length - 1; at >= 0 && names.length < mostLevels; at--) {
    const sign = text[at] as string;
    if (closes.has(sign)) depth++;
    else if (opens.has(sign)) {
      if (depth > 0) depth--;
      else {
        const name = nameBefore.exec(text.slice(Math.max(0, at - 72), at))?.[1];
        if (name !== undefined) names.push(name);
      }
    }
  }
  const element = /<([A-Za-z][\w.-]{0,60})>\s{0,40}<$/.exec(text)?.[1];
  return element === undefined ? names : [element, ...names];
}

const key = /^([ \t]*)(?:- )?["']?([A-Za-z_][\w.-]{0,60})["']?:[ \t]*$/;
const section = /^\[{1,2}["']?([\w. :/-]{1,60})["']?\]{1,2}$/;

/** Keys of YAML that stand further left above a text's last line, and the section of INI or TOML, the nearest first. */
function above(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  let indent = /^[ \t]*/.exec(last)?.[0].length ?? 0;
  const names: string[] = [];
  for (let line = lines.pop(); line !== undefined && names.length < mostLevels; line = lines.pop()) {
    const [, margin = '', name] = key.exec(line.trimEnd()) ?? [];
    if (name !== undefined && margin.length < indent) {
      names.push(name);
      indent = margin.length;
    }
    const header = section.exec(line.trim())?.[1];
    if (header !== undefined) return [...names, header];
  }
  return names;
}

/** Words with a capital that stand right before a name in running text: `Exa` in `the Exa API key: …`. */
function wordsBefore(text: string): string[] {
  const words = /(?:[A-Za-z][\w.]{0,30}[ ]){1,4}$/.exec(text.slice(-128))?.[0].trim().split(' ') ?? [];
  return words.filter((word) => /^[A-Z]/.test(word));
}

/** What may be a vendor's word in a host: its labels but the last, whole or up to a dash, and neighbours with their dots. */
export function wordsOfHost(name: string): Set<string> {
  const labels = name.split('.').map((label) => label.replaceAll('-', ''));
  const found = new Set<string>();
  for (let from = 0; from < labels.length - 1; from++) {
    for (let to = from + 1; to <= Math.min(labels.length, from + 4); to++) found.add(labels.slice(from, to).join('.'));
  }
  for (const label of name.split('.').slice(0, -1)) found.add(label.split('-', 1)[0] ?? '');
  return found;
}

/** The words of a name, and those it makes with a noun that follows without a sign: `exatoken` is of `exa`. */
export function ownWords(name: string): string[] {
  return splitWords(name).flatMap((word) => {
    const stem = /^([a-z]{2,20}?)(?:api|app|auth|access|secret|private|client)*(?:key|token|secret|password|pat)$/.exec(
      word,
    )?.[1];
    return stem === undefined ? [word] : [word, stem];
  });
}
