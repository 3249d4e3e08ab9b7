import {
  type Blob,
  type Candidate,
  type Evidence,
  hole,
  type Judgement,
  type LiteralSite,
  type Span,
  type SyntaxRule,
} from '../model/index.ts';
import type { Program } from '../syntax/index.ts';
import type { Refusal, Sink } from './match-pattern.ts';
import { shownBeside } from './shown-beside.ts';

/** What was found in the text of a folded string by the rules that read bytes. */
export type DetectText = (text: string, blob: Blob) => readonly Candidate[];

/** How a text came to be, in words: nothing for a literal that stands there as it is. */
function builtEvidence({ built }: LiteralSite): readonly Evidence[] {
  switch (built.kind) {
    case 'literal':
      return [];
    case 'folded': {
      const how = built.how.length > 0 ? ` by ${built.how.join(', ')}` : '';
      return [{ text: built.pieces > 1 ? `assembled from ${built.pieces} pieces${how}` : `computed${how}`, weight: 0 }];
    }
    case 'imported':
      return [{ text: `imported from ${built.from}:${built.line}`, weight: 0 }];
  }
}

const relatedOf = ({ built }: LiteralSite, { item }: Blob): Pick<Candidate, 'related'> =>
  built.kind === 'imported'
    ? { related: [{ file: shownBeside(item, built.from), line: built.line, why: 'stands here' }] }
    : {};

/** The call a site is handed to, as a person writes it: `new OpenAI({ apiKey })`. */
function callEvidence({ call }: LiteralSite): readonly Evidence[] {
  if (!call) return [];
  const argument = call.option === '' ? '…' : `{ ${call.option} }`;
  // A default export has no name of its own: the module's says more.
  const callee = call.callee.replace(/^default\b/, call.module ?? 'default');
  return [{ text: `passed to ${call.isNew ? 'new ' : ''}${callee}(${argument})`, weight: 0 }];
}

/** Byte candidates with the string of the program they stand in. */
export const withSites = (candidates: readonly Candidate[], program: Program): Candidate[] =>
  candidates.map((candidate) => {
    const site = program.literalAt(candidate.span);
    return site ? { ...candidate, site, evidence: [...candidate.evidence, ...callEvidence(site)] } : candidate;
  });

/** What only the program tells: values handed to calls, flags, and keys put together from pieces. */
export function matchProgram(
  program: Program,
  rules: Iterable<SyntaxRule>,
  blob: Blob,
  known: readonly Candidate[],
  detectText: DetectText,
  sink: Sink,
): void {
  const { path } = blob.item.provenance;
  const syntaxRules = [...rules].filter(({ paths }) => !paths || paths.test(path));
  const told = new Set<string>();
  for (const site of program.literals) {
    if (site.built.kind !== 'literal') matchFolded(site, blob, known, told, detectText, sink);
    for (const rule of syntaxRules) {
      const judgement = rule.literal?.(site, path);
      if (judgement) take(rule, site.text, site.content ?? site.span, site, judgement, blob, sink);
    }
  }
  for (const flag of program.flags) {
    for (const rule of syntaxRules) {
      const judgement = rule.flag?.(flag);
      if (judgement) take(rule, flag.name, flag.span, undefined, judgement, blob, sink);
    }
  }
}

function take(
  rule: SyntaxRule,
  secret: string,
  span: Span,
  site: LiteralSite | undefined,
  judgement: Judgement,
  blob: Blob,
  sink: Sink,
): void {
  if (judgement.kind === 'held') {
    const { reason, detail } = judgement;
    sink.refused({ ruleId: rule.id, reason, ...span, ...(detail === undefined ? {} : { detail }) } satisfies Refusal);
    return;
  }
  const evidence = site ? [...callEvidence(site), ...builtEvidence(site)] : [];
  const part = judgement.kind === 'plausible' ? judgement.part : undefined;
  const named = site?.name === undefined ? {} : { name: site.name };
  sink.found({
    rule,
    blob,
    span: part === undefined ? span : (partOf(span, part, blob) ?? span),
    secret: part ?? secret,
    judgement,
    evidence,
    ...(site ? { site, ...relatedOf(site, blob) } : {}),
    ...named,
  });
}

/** Where a part of a string stands; undefined where it is not written there as it is. */
function partOf({ start, end }: Span, part: string, { bytes, offset }: Blob): Span | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset + start - offset, end - start);
  const at = content.indexOf(part);
  return at < 0 ? undefined : { start: start + at, end: start + at + Buffer.byteLength(part) };
}

/** True where a match ends or starts at a part that is not known: what was matched is not the whole value. */
function touchesHole(text: string, { start, end }: Span): boolean {
  const bytes = Buffer.from(text);
  return (
    bytes.subarray(end, end + 2).toString() === '${' || bytes.subarray(Math.max(0, start - 1), start).toString() === '}'
  );
}

/** True where a name stands, and no expression: `key`, `keys.main`. */
const isName = ({ start, end }: Span, { bytes, offset }: Blob): boolean =>
  /^[\w$.?!]{1,80}$/.test(Buffer.from(bytes.subarray(start - offset, end - offset)).toString('latin1'));

const leastFolded = 8;

/** A text that stands nowhere as it is: the rules that read bytes see it as if it did. The finding is the expression. */
function matchFolded(
  site: LiteralSite,
  blob: Blob,
  candidates: readonly Candidate[],
  told: Set<string>,
  detectText: DetectText,
  sink: Sink,
): void {
  const known = site.holes ? site.text.replaceAll(hole, '') : site.text;
  if (known.length < leastFolded || site.content) return;
  // The name goes with the text, as it does in a source that says it in one piece.
  const named = site.name !== undefined && /^[\w.-]+$/.test(site.name);
  const quoted = site.text.includes('\n') && !named ? site.text : JSON.stringify(site.text);
  const line = named ? `${site.name} = ${quoted}` : quoted;
  for (const candidate of detectText(line, blob)) {
    const seen = candidates.some(
      ({ span, secret }) => secret === candidate.secret && span.start >= site.span.start && span.end <= site.span.end,
    );
    if (seen || (site.holes && touchesHole(line, candidate.span))) continue;
    // A name of what was told where it was put together says nothing new.
    const name = `${candidate.rule.id} ${site.text}`;
    if (told.has(name) && isName(site.span, blob)) continue;
    told.add(name);
    const evidence = [...candidate.evidence, ...builtEvidence(site), ...callEvidence(site)];
    sink.found({ ...candidate, blob, span: site.span, evidence, site, ...relatedOf(site, blob) });
  }
}
