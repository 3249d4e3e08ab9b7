import type { Built, LiteralSite, Span } from '../../model/index.ts';
import type { Bound } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { bindingOf } from '../fold/names.ts';
import { isMember } from '../nodes.ts';
import type { Text } from '../text.ts';
import { type BytesValue, madeText, type TextValue, type Value, type Values } from '../values/value.ts';
import { leavesOf } from './leaves.ts';
import { Placing, placedAt } from './placing.ts';
import { ProgramSite } from './program-site.ts';
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

/** What the sites of a file have in common. */
interface Around {
  readonly file: ts.SourceFile;
  readonly positions: Positions;
  readonly sites: Sites;
}

/** The innermost string that holds a span, found without looking at any other; undefined where none does. */
export function literalSiteAt(
  { start, end }: Span,
  { file }: Bound,
  positions: Positions,
  sites: Sites,
): LiteralSite | undefined {
  const { text } = positions;
  const around = { file, positions, sites };
  const string = stringAround(file, text.toUnit(start), text.toUnit(end));
  if (!string) return undefined;
  if (!compiler.isTemplateExpression(string)) return plainSite(string, around);
  const all: LiteralSite[] = [];
  foldedSites(string, around, all);
  return all[0];
}

/** Every string of a file with its place, and every text that folding makes of several. In the order of the text. */
export function literalSites({ strings, foldable, file }: Bound, positions: Positions, sites: Sites): LiteralSite[] {
  const around = { file, positions, sites };
  const all: LiteralSite[] = [];
  let next = 0;
  for (const node of foldable) {
    const folded: LiteralSite[] = [];
    foldedSites(node, around, folded);
    if (folded.length === 0) continue;
    // What covers more comes first.
    for (let string = strings[next]; string && string.pos < node.pos; string = strings[++next])
      all.push(plainSite(string, around));
    for (const site of folded) all.push(site);
  }
  for (let string = strings[next]; string; string = strings[++next]) all.push(plainSite(string, around));
  return all;
}

const literal: Built = { kind: 'literal' };

function plainSite(node: ts.Node, { file, positions, sites }: Around): LiteralSite {
  const { text } = node as ts.LiteralLikeNode;
  const stands = { node, content: node, file, text: positions.text };
  return new ProgramSite({ text, built: literal, holes: 0 }, stands, new Placing(node, sites));
}

/** The texts an expression may be, apart from the literals that stand in it as they are. */
function foldedSites(node: ts.Expression, around: Around, all: LiteralSite[]): void {
  const { sites } = around;
  if (!isLastChange(node, sites)) return;
  const isName = compiler.isIdentifier(node) || isMember(node);
  if (isName && !sites.handsOn && !isNamedOption(node)) return;
  const placing = new Placing(placed(node), sites);
  // A name alone says nothing new, unless it is handed to something that another module gives, or is sent.
  if (isName && !isTelling(placing) && !isNamedOption(node)) return;
  for (const found of valuesOf(node, placing, sites)) {
    const value = found.kind === 'bytes' ? textOf(found) : found;
    if (value.kind === 'text' ? !isWorthSaying(value, node) : value.kind !== 'fields' && value.kind !== 'list')
      continue;
    if (found.kind === 'bytes' && !isTelling(placing)) continue;
    if (value.kind !== 'text') leaves(value, node, placing, around, all);
    else if (!value.origin || isNamedOption(node) || isTelling(placing)) all.push(site(value, node, placing, around));
  }
}

/** What an expression may be; what is handed to a package is followed through the parameters of the program's functions. */
function valuesOf(node: ts.Expression, placing: Placing, sites: Sites): Values {
  const values = sites.fold.evaluate(node);
  if (values.every((value) => value.kind !== 'unknown' && (value.kind !== 'text' || value.holes === 0))) return values;
  return isHanded(placing) || placing.outline.role === 'header' ? sites.following.evaluate(node) : values;
}

/** Given to something of a package. */
const isHanded = ({ outline: { call } }: Placing): boolean =>
  call?.module !== undefined && !call.module.startsWith('.');

/** Names under which a text that was disguised is worth telling wherever it goes. */
const credential = /key|token|secret|pass|auth|cred/i;

/** `{ apiKey: name }`, `apiKey={name}`. */
function isNamedOption({ parent }: ts.Node): boolean {
  const at = compiler.isJsxExpression(parent) ? parent.parent : parent;
  if (!compiler.isPropertyAssignment(at) && !compiler.isJsxAttribute(at)) return false;
  return compiler.isIdentifier(at.name) && credential.test(at.name.text);
}

/** Places that say more of a value than its name does. */
function isTelling(placing: Placing): boolean {
  const { call } = placing.outline;
  if (isHanded(placing) || (call !== undefined && globalSenders.has(call.callee))) return true;
  const { role, environment } = placing.whole;
  return environment !== undefined || role === 'header' || role === 'environment';
}

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

function site(value: TextValue, node: ts.Expression, placing: Pick<Placing, 'outline' | 'whole'>, around: Around) {
  const { origin, text, holes, pieces } = value;
  const { file, positions } = around;
  const elsewhere = origin && positions.elsewhere(origin);
  const built: Built = elsewhere
    ? { kind: 'imported', ...elsewhere, pieces }
    : { kind: 'folded', pieces, how: origin ? ['constant'] : value.how };
  const stands = { node, content: elsewhere ? undefined : origin, file, text: positions.text };
  return new ProgramSite({ text, built, holes }, stands, placing);
}

/** An object that is handed to a call under a name: its texts are options of the call. */
function leaves(value: Value, node: ts.Expression, placing: Placing, around: Around, all: LiteralSite[]): void {
  const { call } = placing.outline;
  if (!call || call.module === '.' || compiler.isCallExpression(node)) return;
  for (const { text, path, name, role } of leavesOf(value)) {
    if (text.origin === undefined || isInside(text.origin, node)) continue;
    const option = call.option === '' ? path : `${call.option}.${path}`;
    all.push(site(text, node, placedAt({ ...placing.whole, role, name, call: { ...call, option } }), around));
  }
}
