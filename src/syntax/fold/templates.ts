import { compiler, type ts } from '../compiler.ts';
import { product } from '../values/combine.ts';
import { justUnknown, literal, type Value, type Values } from '../values/value.ts';
import type { Evaluator } from './folder.ts';
import { joined } from './operators.ts';

/** Which reading of a template's characters is meant: with escapes undone, or as they stand. */
function partsOf(node: ts.TemplateLiteral, raw: boolean): { texts: string[]; holes: ts.Expression[] } {
  const read = (part: ts.TemplateLiteralLikeNode): string => (raw ? rawOf(part) : part.text);
  if (compiler.isNoSubstitutionTemplateLiteral(node)) return { texts: [read(node)], holes: [] };
  return {
    texts: [read(node.head), ...node.templateSpans.map((span) => read(span.literal))],
    holes: node.templateSpans.map((span) => span.expression),
  };
}

/** The characters between the marks of a part; line ends are `\n`, as the language has it. */
function rawOf(part: ts.TemplateLiteralLikeNode): string {
  if (part.rawText !== undefined) return part.rawText;
  const text = part.getSourceFile().text.slice(part.getStart(), part.end);
  return text
    .replace(/^[`}]/, '')
    .replace(/(?:\$\{|`)$/, '')
    .replaceAll('\r\n', '\n');
}

function evaluateParts(
  node: ts.TemplateLiteral,
  raw: boolean,
  fold: Parameters<Evaluator>[1],
  frame: Parameters<Evaluator>[2],
): Values {
  const { texts, holes } = partsOf(node, raw);
  const sets = holes.map((hole) => fold.evaluate(hole, frame));
  return product(sets, (chosen) => {
    const parts: Value[] = [];
    texts.forEach((text, index) => {
      if (text !== '') parts.push(literal(text, node));
      const value = chosen[index];
      if (value) parts.push(value);
    });
    if (parts.length === 0) return [literal('', node)];
    const whole = joined(parts, raw ? 'String.raw' : 'template', fold);
    return whole ? [whole] : justUnknown;
  });
}

const template: Evaluator = (node, fold, frame) => evaluateParts(node as ts.TemplateExpression, false, fold, frame);

/** Only `String.raw` is known to give a text. */
const tagged: Evaluator = (node, fold, frame) => {
  const { tag, template: parts } = node as ts.TaggedTemplateExpression;
  const [value] = fold.evaluate(tag, frame);
  if (value?.kind !== 'reference' || value.path.join('.') !== 'String.raw') return justUnknown;
  return evaluateParts(parts, true, fold, frame);
};

/** Templates, by kind of node. */
export const templates = (table: Evaluator[]): void => {
  table[compiler.SyntaxKind.TemplateExpression] = template;
  table[compiler.SyntaxKind.TaggedTemplateExpression] = tagged;
};
