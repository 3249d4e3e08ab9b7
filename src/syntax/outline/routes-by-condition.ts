import { compiler, type ts } from '../compiler.ts';
import { unwrap } from '../nodes.ts';
import { Answers, type Site } from './answers.ts';
import { addressesOf } from './route-addresses.ts';
import type { Route } from './types.ts';

const compared =
  /\b(?:url|path|pathname|route)\w*[)\]]?\s*===?\s*['"`](\/[^'"`\s]*)['"`]|['"`](\/[^'"`\s]*)['"`]\s*===?\s*[\w.]*\b(?:url|path|pathname|route)\b/gi;
const starting = /\b(?:url|path|pathname)\s*\??\.\s*startsWith\(\s*['"`](\/[^'"`\s]*)['"`]/gi;
const named = /^(?:req|request|res|response|ctx|context|event|c|_req|_request)$/;

/** What a server answers where it compares what is asked for itself: `if (url.pathname === '/api/config') …`. */
export function conditionalRoutes(site: Site): Route[] {
  const { node, parents, source } = site;
  const of = parents.findLast(compiler.isFunctionLike);
  if (!of || !('body' in of) || !of.parameters.some(({ name }) => named.test(name.getText(source)))) return [];
  const { written, method, part } = partOf(node, parents, source);
  if (written.length === 0 || part.length === 0) return [];
  const answers = new Answers(site);
  for (const each of part) answers.within(each, [...parents, node], of as ts.FunctionLikeDeclaration, false);
  if (answers.found.answers.length + answers.found.handlers.length === 0) return [];
  const at = node.getStart(source);
  return addressesOf(written).map((address) => ({
    address,
    on: [],
    ...(method ? { method } : {}),
    ...answers.found,
    at,
  }));
}

interface Part {
  readonly written: readonly string[];
  readonly method?: string | undefined;
  readonly part: readonly ts.Node[];
}

function partOf(node: ts.Node, parents: readonly ts.Node[], source: ts.SourceFile): Part {
  if (compiler.isIfStatement(node)) {
    const text = node.expression.getText(source);
    if (text.length > 400 || text.startsWith('!')) return { written: [], part: [] };
    const exact = [...text.matchAll(compared)].map(([, first, second]) => first ?? second ?? '');
    const below = [...text.matchAll(starting)].map(([, first = '']) => `${first.replace(/\/$/, '')}/*`);
    const method = /\bmethod\s*===?\s*['"](\w+)['"]/.exec(text)?.[1]?.toUpperCase();
    return { written: [...exact, ...below], method, part: [node.thenStatement] };
  }
  if (!compiler.isCaseClause(node)) return { written: [], part: [] };
  const value = unwrap(node.expression);
  const around = parents.findLast(compiler.isSwitchStatement);
  const isAddress = around && /(?:url|path|pathname|route)\b/i.test(around.expression.getText(source));
  const written = compiler.isStringLiteralLike(value) ? /^(?:([A-Z]{3,7})\s)?(\/\S*)$/.exec(value.text) : undefined;
  return isAddress && written?.[2]
    ? { written: [written[2]], method: written[1], part: node.statements }
    : { written: [], part: [] };
}
