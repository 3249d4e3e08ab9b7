import type { Built, LiteralSite, Span } from '../../model/index.ts';
import type { Bound } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { bindingOf } from '../fold/names.ts';
import { isMember } from '../nodes.ts';
import type { Text } from '../text.ts';
import { type BytesValue, madeText, type TextValue, type Value, type Values } from '../values/value.ts';
import { leavesOf } from './leaves.ts';
import { type Place, placeOf } from './place.ts';
import type { Sites } from './sites.ts';
import { stringAround } from './string-around.ts';

/** Where a site's text came from, when it stands in another file. */
export interface Elsewhere {
  readonly from: string;
  readonly line: number;
}

/** What is needed to say where a node stands. */
export interface Positions {
  readonly text: Text;
  /** The other file a node stands in; undefined for the file that is read. */
  elsewhere(node: ts.Node): Elsewhere | undefined;
}

/** The innermost string that holds a span, found without looking at any other; undefined where none does. */
export function literalSiteAt(
  { start, end }: Span,
  bound: Bound,
  positions: Positions,
  sites: Sites,
): LiteralSite | undefined {
  const { toUnit } = positions.text;
  const string = stringAround(bound.file, toUnit(start), toUnit(end));
  if (!string) return undefined;
  if (!compiler.isTemplateExpression(string)) return plainSite(string, bound.file, positions, sites);
  const all: LiteralSite[] = [];
  foldedSites(string, bound.file, positions, sites, all);
  return all[0];
}

/** Every string of a file with its place, and every text that folding makes of several. In the order of the text. */
export function literalSites(bound: Bound, positions: Positions, sites: Sites): LiteralSite[] {
  const plain = bound.strings.map((node) => plainSite(node, bound.file, positions, sites));
  const folded: LiteralSite[] = [];
  for (const node of bound.foldable) foldedSites(node, bound.file, positions, sites, folded);
  return merge(plain, folded);
}

/** Two lists that are in the order of their starts as one; what covers more comes first. */
function merge(one: readonly LiteralSite[], other: readonly LiteralSite[]): LiteralSite[] {
  const all: LiteralSite[] = [];
  let next = 0;
  for (const site of one) {
    for (let before = other[next]; before && before.span.start <= site.span.start; before = other[++next])
      all.push(before);
    all.push(site);
  }
  return all.concat(other.slice(next));
}

const spanOf = (node: ts.Node, file: ts.SourceFile, { text }: Positions): Span => ({
  start: text.toByte(node.getStart(file)),
  end: text.toByte(node.end),
});

/** The characters between the quotes. An unterminated literal has no second quote. */
function contentOf(node: ts.Node, file: ts.SourceFile, positions: Positions): Span {
  const { start, end } = spanOf(node, file, positions);
  if (compiler.isJsxText(node)) return { start, end };
  const isUnterminated = (node as ts.LiteralLikeNode).isUnterminated === true;
  return { start: start + 1, end: Math.max(start + 1, isUnterminated ? end : end - 1) };
}

const literalBuilt: Built = { kind: 'literal' };

function plainSite(node: ts.Node, file: ts.SourceFile, positions: Positions, sites: Sites): LiteralSite {
  const place: Place = compiler.isRegularExpressionLiteral(node)
    ? { role: 'regex' }
    : compiler.isJsxText(node)
      ? { role: 'markup' }
      : placeOf(node, sites);
  const { text } = node as ts.LiteralLikeNode;
  const content = contentOf(node, file, positions);
  return { text, span: spanOf(node, file, positions), content, ...place, built: literalBuilt };
}

/** The texts an expression may be, apart from the literals that stand in it as they are. */
function foldedSites(
  node: ts.Expression,
  file: ts.SourceFile,
  positions: Positions,
  sites: Sites,
  all: LiteralSite[],
): void {
  if (!isLastChange(node, sites)) return;
  const isName = compiler.isIdentifier(node) || isMember(node);
  if (isName && !sites.handsOn) return;
  let place: Place | undefined = isName ? placeOf(placed(node), sites) : undefined;
  // A name alone says nothing new, unless it is handed to something that another module gives, or is sent.
  if (place && !isTelling(place)) return;
  const values = valuesOf(node, place, sites);
  for (const found of values) {
    const value = found.kind === 'bytes' ? textOf(found) : found;
    if (value.kind === 'text' ? !isWorthSaying(value, node) : value.kind !== 'fields' && value.kind !== 'list')
      continue;
    place ??= placeOf(placed(node), sites);
    if (found.kind === 'bytes' && !isTelling(place)) continue;
    if (value.kind !== 'text') {
      leaves(value, node, place, file, positions, all);
      continue;
    }
    if (value.origin && !isTelling(place)) continue;
    all.push(site(value, node, place, file, positions));
  }
}

/** What an expression may be; what is handed to a package is followed through the parameters of the program's functions. */
function valuesOf(node: ts.Expression, place: Place | undefined, sites: Sites): Values {
  const values = sites.fold.evaluate(node);
  if (values.every((value) => value.kind !== 'unknown' && (value.kind !== 'text' || value.holes === 0))) return values;
  const { call, role } = place ?? placeOf(placed(node), sites);
  const isHanded = (call?.module !== undefined && !call.module.startsWith('.')) || role === 'header';
  return isHanded ? sites.following.evaluate(node) : values;
}

/** Places that say more of a value than its name does. */
const isTelling = ({ call, environment, role }: Place): boolean =>
  (call?.module !== undefined && !call.module.startsWith('.')) ||
  (call !== undefined && globalSenders.has(call.callee)) ||
  environment !== undefined ||
  role === 'header' ||
  role === 'environment';

/** Functions of the platform that send what they are given. */
const globalSenders = new Set([
  'fetch',
  'axios',
  'Headers',
  'Request',
  'WebSocket',
  'XMLHttpRequest().setRequestHeader',
]);

/** Of `x += 'a'; x += 'b';` only the last one is told: its value is the whole. */
function isLastChange(node: ts.Expression, { fold }: Sites): boolean {
  if (placed(node) === node || !compiler.isBinaryExpression(node) || !compiler.isIdentifier(node.left)) return true;
  const binding = bindingOf(node.left, fold);
  return !binding || binding.changes.at(-1) === node;
}

/** Bytes as the text they were read from; else as they print. */
function textOf({ written, bytes, pieces, how }: BytesValue): TextValue {
  if (written) return written;
  const text = Buffer.from(bytes).toString('latin1');
  return madeText(/^[\x20-\x7e]*$/.test(text) ? text : Buffer.from(bytes).toString('hex'), pieces, how);
}

/** Of `x += 'b'` the right side tells the place. */
const placed = (node: ts.Expression): ts.Node =>
  compiler.isBinaryExpression(node) && node.operatorToken.kind === compiler.SyntaxKind.PlusEqualsToken
    ? node.right
    : node;

/** Literals speak for themselves, and so do single pieces with holes around them, templates apart. */
function isWorthSaying(value: TextValue, node: ts.Expression): boolean {
  if (value.origin) return value.origin !== node && (compiler.isCallExpression(node) || !isInside(value.origin, node));
  return value.holes === 0 || value.pieces > 1 || compiler.isTemplateExpression(node);
}

const isInside = (inner: ts.Node, outer: ts.Node): boolean =>
  inner.pos >= outer.pos && inner.end <= outer.end && inner.getSourceFile() === outer.getSourceFile();

function site(
  value: TextValue,
  node: ts.Expression,
  place: Place,
  file: ts.SourceFile,
  positions: Positions,
): LiteralSite {
  const { origin } = value;
  const elsewhere = origin && positions.elsewhere(origin);
  const content = origin && !elsewhere ? contentOf(origin, file, positions) : undefined;
  const built: Built = elsewhere
    ? { kind: 'imported', ...elsewhere, pieces: value.pieces }
    : { kind: 'folded', pieces: value.pieces, how: origin ? ['constant'] : value.how };
  return {
    text: value.text,
    span: spanOf(node, file, positions),
    ...(content ? { content } : {}),
    ...place,
    ...(value.holes > 0 ? { holes: value.holes } : {}),
    built,
  };
}

/** An object that is handed to a call under a name: its texts are options of the call. */
function leaves(
  value: Value,
  node: ts.Expression,
  place: Place,
  file: ts.SourceFile,
  positions: Positions,
  all: LiteralSite[],
): void {
  const { call } = place;
  if (!call || call.module === '.' || compiler.isCallExpression(node)) return;
  for (const { text, path, name, role } of leavesOf(value)) {
    if (text.origin === undefined || isInside(text.origin, node)) continue;
    const option = call.option === '' ? path : `${call.option}.${path}`;
    all.push(site(text, node, { ...place, role, name, call: { ...call, option } }, file, positions));
  }
}
