import type { FlagSite } from '../../model/index.ts';
import type { Bound } from '../bind/scope.ts';
import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import type { Text } from '../text.ts';
import { placeOf } from './place.ts';
import type { Sites } from './sites.ts';

/** Every property and attribute whose value is surely `true` or surely `false`. In the order of the text. */
export function flagSites(bound: Bound, text: Text, sites: Sites): FlagSite[] {
  const all: FlagSite[] = [];
  for (const node of bound.flags) {
    const property = node as ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.JsxAttribute;
    const value = flagOf(property, sites);
    const name = plainName(property.name);
    if (value === undefined || name === undefined) continue;
    const { call } = placeOf(placed(property), sites);
    const span = { start: text.toByte(node.getStart(bound.file)), end: text.toByte(node.end) };
    all.push({ span, name, value, ...(call ? { call, beside: besideOf(property, bound.file) } : {}) });
  }
  return all;
}

const mostText = 200;

function besideOf(node: FlagNode, file: ts.SourceFile): Record<string, string> {
  const beside: Record<string, string> = Object.create(null);
  if (!compiler.isObjectLiteralExpression(node.parent)) return beside;
  for (const other of node.parent.properties) {
    const name = other === node || !other.name ? undefined : plainName(other.name);
    if (name === undefined) continue;
    const given = compiler.isPropertyAssignment(other) ? other.initializer : other;
    beside[name] = file.text.slice(given.getStart(file), Math.min(given.end, given.getStart(file) + mostText));
  }
  return beside;
}

type FlagNode = ts.PropertyAssignment | ts.ShorthandPropertyAssignment | ts.JsxAttribute;

/** The node from which the way outwards starts. */
const placed = (node: FlagNode): ts.Node =>
  compiler.isPropertyAssignment(node)
    ? node.initializer
    : compiler.isJsxAttribute(node)
      ? (node.initializer ?? node)
      : node.name;

function flagOf(node: FlagNode, sites: Sites): boolean | undefined {
  const given = compiler.isShorthandPropertyAssignment(node) ? node.name : node.initializer;
  if (!given) return true;
  const expression = compiler.isJsxExpression(given) ? given.expression : (given as ts.Expression);
  const [value, ...others] = expression ? sites.fold.evaluate(expression) : [];
  return others.length === 0 && value?.kind === 'plain' && typeof value.value === 'boolean' ? value.value : undefined;
}
