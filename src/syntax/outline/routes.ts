import { compiler, type ts } from '../compiler.ts';
import { isMember, memberName, plainName, unwrap } from '../nodes.ts';
import { Answers, option, rootOf, type Site, useOf } from './answers.ts';
import { addressesOf, joinedAddress } from './route-addresses.ts';
import { conditionalRoutes } from './routes-by-condition.ts';
import { decoratedRoutes } from './routes-decorated.ts';
import { readProcedures } from './routes-procedures.ts';
import type { Mount, Route, Use } from './types.ts';

const verbs = /^(?:get|post|put|patch|delete|del|all|use|on|options)$/;
const mounting = /^(?:use|route|register|mount|group|basePath|prefix|setGlobalPrefix)$/;
/** Calls that put what is added within them below an address. */
const grouping = /^(?:group|register|route|prefix|scope)$/;

interface Found {
  readonly routes: Route[];
  readonly mounts: Mount[];
}

/** Adds the addresses that code at a node answers, and the routers that it puts below others. */
export function readRoutes(site: Site, found: Found): void {
  const { node } = site;
  if (compiler.isCallExpression(node)) {
    const callee = unwrap(node.expression);
    const name = isMember(callee) ? memberName(callee) : undefined;
    if (name !== undefined && isMember(callee) && (verbs.test(name) || mounting.test(name)))
      readCall(site, node, callee, name, found);
    readProcedures(site, node, name, found);
  } else if (compiler.isNewExpression(node)) {
    const address = optionText(node.arguments?.[0], 'prefix');
    if (address !== undefined && site.by !== undefined) found.mounts.push({ address, on: onOf(site, undefined) });
  } else if (compiler.isPropertyAssignment(node)) found.routes.push(...tabled(site, node));
  else if (compiler.isIfStatement(node) || compiler.isCaseClause(node)) found.routes.push(...conditionalRoutes(site));
  else if (compiler.isMethodDeclaration(node)) found.routes.push(...decoratedRoutes(site, node));
}

function readCall(
  site: Site,
  node: ts.CallExpression,
  callee: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  name: string,
  found: Found,
): void {
  const { source, parents } = site;
  const [first, ...rest] = node.arguments;
  const on = onOf(site, rootOf(callee.expression));
  const at = node.getStart(source);
  const table = first && name === 'route' ? unwrap(first) : undefined;
  if (table && compiler.isObjectLiteralExpression(table)) {
    const address = optionText(table, 'url') ?? optionText(table, 'path');
    if (address === undefined) return;
    const answers = new Answers(site);
    answers.option(table, 'handler', [...parents, node]);
    if (answers.found.answers.length + answers.found.handlers.length === 0) return;
    const method = optionText(table, 'method');
    for (const each of addressesOf([address]))
      found.routes.push({
        address: joinedAddress(groupsOf(parents, node), each),
        on,
        ...(method && method !== '*' ? { method: method.replace('/', '').toUpperCase() } : {}),
        ...answers.found,
        at,
      });
    return;
  }
  const isOn = name === 'on' && rest.length > 1;
  const written = isOn ? rest[0] : first;
  const addresses = addressesOf(textsOf(written));
  if (mounting.test(name)) readMount(name, first, rest, on, source, found);
  if (!verbs.test(name) || (name === 'on' && !isOn)) return;
  // `router.route('/x').get(handler)`
  const outer = chained(callee.expression);
  const handlers = addresses.length > 0 ? (isOn ? rest.slice(1) : rest) : outer !== undefined ? node.arguments : [];
  if (handlers.length === 0 || (name === 'use' && addresses.length === 0)) return;
  const answers = new Answers(site);
  for (const each of handlers) answers.handler(each, [...parents, node]);
  if (answers.found.answers.length + answers.found.handlers.length === 0) return;
  const method = /^(?:all|use|on)$/.test(name) ? undefined : name === 'del' ? 'DELETE' : name.toUpperCase();
  for (const address of addresses.length > 0 ? addresses : [''])
    found.routes.push({
      address: joinedAddress(groupsOf(parents, node), outer ?? '', address),
      on,
      ...(method ? { method } : {}),
      ...answers.found,
      at,
    });
}

/** `app.use('/api', router)`, `app.route('/api', router)`, `app.register(plugin, { prefix: '/api' })`. */
function readMount(
  name: string,
  first: ts.Expression | undefined,
  rest: readonly ts.Expression[],
  on: readonly string[],
  source: ts.SourceFile,
  found: Found,
): void {
  const [text] = textsOf(first);
  if (/^(?:basePath|prefix|setGlobalPrefix)$/.test(name)) {
    const [address] = addressesOf(text === undefined ? [] : [text.replace(/^(?!\/)/, '/')]);
    // `const api = app.basePath('/api')` is another router than `app`.
    const own = name === 'basePath' ? on.slice(-1) : on;
    if (address !== undefined) found.mounts.push({ address, on: name === 'setGlobalPrefix' ? ['*'] : own });
    return;
  }
  const [address = ''] = text === undefined ? [] : addressesOf([text]);
  const prefix = rest.map((each) => optionText(each, 'prefix')).find((each) => each !== undefined);
  for (const each of text === undefined && first ? [first, ...rest] : rest) {
    const router = routerOf(each, source);
    if (router) found.mounts.push({ address: joinedAddress(address, prefix ?? ''), on, router });
  }
}

/** The router that an expression stands for: `router`, `router.routes()`, `makeRouter(db)`, `require('./router')`. */
function routerOf(expression: ts.Expression, source: ts.SourceFile): Use | undefined {
  const node = unwrap(expression);
  const own = useOf(node, source);
  if (own) return own;
  if (!compiler.isCallExpression(node)) return undefined;
  const callee = unwrap(node.expression);
  const isOwn = isMember(callee) && /^(?:routes|middleware|bind|plugin|default)$/.test(memberName(callee) ?? '');
  return useOf(isOwn && isMember(callee) ? callee.expression : callee, source);
}

/** `{ '/api/config': (request) => … }`, `{ '/api/config': { GET: (request) => … } }`. */
function tabled(site: Site, { name, initializer }: ts.PropertyAssignment): Route[] {
  const key = plainName(name) ?? '';
  const [, method, written] = /^(?:([A-Z]{3,7})\s)?(\/[^\s]{0,200})$/.exec(key) ?? [];
  if (written === undefined) return [];
  const inner = unwrap(initializer);
  const parents = [...site.parents, site.node];
  const make = (handler: ts.Expression | ts.MethodDeclaration, by: string | undefined): Route[] => {
    const answers = new Answers(site);
    if (compiler.isMethodDeclaration(handler)) answers.function(handler, parents);
    else answers.handler(handler, parents);
    if (answers.found.answers.length + answers.found.handlers.length === 0) return [];
    const at = site.node.getStart(site.source);
    return addressesOf([written]).map((address) => ({
      address,
      on: [],
      ...(by ? { method: by } : {}),
      ...answers.found,
      at,
    }));
  };
  if (!compiler.isObjectLiteralExpression(inner)) return make(inner, method);
  return inner.properties.flatMap((property) => {
    const verb = property.name && plainName(property.name);
    if (verb === undefined || !/^(?:GET|POST|PUT|PATCH|DELETE)$/.test(verb)) return [];
    if (compiler.isMethodDeclaration(property)) return make(property, verb);
    return compiler.isPropertyAssignment(property) ? make(property.initializer, verb) : [];
  });
}

/** The router that something is added to, and the top-level function or constant around. */
const onOf = ({ by }: Site, root: string | undefined): readonly string[] => [
  ...new Set([...(root === undefined ? [] : [root]), ...(by === undefined ? [] : [by])]),
];

/** The addresses of calls around which put what is added within them below one. */
function groupsOf(parents: readonly ts.Node[], node: ts.CallExpression): string {
  return parents
    .map((parent) => {
      if (parent === node || !compiler.isCallExpression(parent)) return '';
      const callee = unwrap(parent.expression);
      if (!isMember(callee) || !grouping.test(memberName(callee) ?? '')) return '';
      const isWithin = parent.arguments.some((each) => parents.includes(each) || unwrap(each) === node);
      const [text] = textsOf(parent.arguments[0]);
      const prefix = parent.arguments.map((each) => optionText(each, 'prefix')).find((each) => each !== undefined);
      return isWithin ? (addressesOf([prefix ?? text ?? ''])[0] ?? '') : '';
    })
    .join('');
}

/** The address of `router.route('/x')` that a chain of calls starts with. */
function chained(expression: ts.Expression): string | undefined {
  let node = unwrap(expression);
  while (compiler.isCallExpression(node) && isMember(unwrap(node.expression))) {
    const callee = unwrap(node.expression) as ts.PropertyAccessExpression;
    if (memberName(callee) === 'route' && node.arguments.length === 1)
      return addressesOf(textsOf(node.arguments[0]))[0];
    node = unwrap(callee.expression);
  }
  return undefined;
}

/** Texts that are written as an address, or as a list of some. */
function textsOf(expression: ts.Expression | undefined): string[] {
  const node = expression && unwrap(expression);
  if (!node) return [];
  if (compiler.isArrayLiteralExpression(node)) return node.elements.flatMap(textsOf);
  if (compiler.isStringLiteralLike(node)) return [node.text];
  return compiler.isTemplateExpression(node)
    ? [
        [node.head.text, ...node.templateSpans.map(({ literal }, index) => `[p${index}]${literal.text}`)]
          .join('')
          .replace(/^\[p0\](?=\/)/, ''),
      ]
    : [];
}

function optionText(expression: ts.Expression | undefined, name: string): string | undefined {
  const value = option(expression, name);
  return value && compiler.isStringLiteralLike(value) ? value.text : undefined;
}
