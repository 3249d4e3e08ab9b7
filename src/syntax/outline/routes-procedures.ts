import { compiler, type ts } from '../compiler.ts';
import { plainName, unwrap } from '../nodes.ts';
import { Answers, type Site, useOf } from './answers.ts';
import { joinedAddress } from './route-addresses.ts';
import type { Mount, Route } from './types.ts';

const kinds = /^(?:query|mutation|subscription)$/;
const mostText = 4_000;

/** Procedures that are called by their path, and routers of them: `router({ list: publicProcedure.query(() => …) })`. */
export function readProcedures(
  site: Site,
  node: ts.CallExpression,
  name: string | undefined,
  found: { readonly routes: Route[]; readonly mounts: Mount[] },
): void {
  const { source, parents, by } = site;
  const [first] = node.arguments;
  if (by === undefined || !first) return;
  const callee = unwrap(node.expression);
  const on = [by];
  if (name !== undefined && kinds.test(name)) {
    const text = source.text.slice(callee.getStart(source), callee.end).slice(0, mostText);
    if (!/^[\w$.]*[pP]rocedure\b/.test(text)) return;
    const answers = new Answers(site);
    answers.handler(first, [...parents, node]);
    found.routes.push({
      address: keysOf(parents),
      isProcedure: true,
      on,
      ...answers.found,
      at: node.getStart(source),
    });
    return;
  }
  if (compiler.isIdentifier(callee) && callee.text === 'defineAction') {
    const answers = new Answers(site);
    answers.option(first, 'handler', [...parents, node]);
    const own = { isProcedure: true, on, ...answers.found, at: node.getStart(source) };
    found.routes.push({ address: joinedAddress('actions', keysOf(parents)), ...own });
    return;
  }
  const text = source.text.slice(callee.getStart(source), Math.min(callee.end, callee.getStart(source) + 100));
  if (/(?:^|\.)mergeRouters$/.test(text))
    for (const each of node.arguments) {
      const router = useOf(each, source);
      if (router) found.mounts.push({ address: keysOf(parents), on, router });
    }
  if (!/(?:router|Router)$/.test(text) || !compiler.isObjectLiteralExpression(unwrap(first))) return;
  for (const property of (unwrap(first) as ts.ObjectLiteralExpression).properties) {
    const key = property.name && plainName(property.name);
    const value = compiler.isPropertyAssignment(property)
      ? property.initializer
      : compiler.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined;
    const router = key === undefined || !value ? undefined : useOf(value, source);
    if (router && key !== undefined) found.mounts.push({ address: joinedAddress(keysOf(parents), key), on, router });
  }
}

/** The keys of the objects around. */
const keysOf = (parents: readonly ts.Node[]): string =>
  joinedAddress(
    ...parents.flatMap((each) => (compiler.isPropertyAssignment(each) ? [plainName(each.name) ?? '[key]'] : [])),
  );
