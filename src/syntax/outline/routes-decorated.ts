import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import { Answers, type Site } from './answers.ts';
import { addressesOf, joinedAddress } from './route-addresses.ts';
import type { Route } from './types.ts';

const verbs = /^(?:Get|Post|Put|Patch|Delete|All|Sse)$/;

/** What a method of a class answers that decorators give an address: `@Controller('cats') … @Get(':id') find() { … }`. */
export function decoratedRoutes(site: Site, node: ts.MethodDeclaration): Route[] {
  const around = site.parents.at(-1);
  if (!around || !compiler.isClassLike(around) || !node.modifiers) return [];
  const verb = decoratorsOf(node).find(({ name }) => verbs.test(name));
  const controller = verb && decoratorsOf(around).find(({ name }) => /Controller$/.test(name));
  if (!verb || !controller) return [];
  const answers = new Answers(site);
  answers.function(node, site.parents);
  const method = /^(?:All|Sse)$/.test(verb.name) ? undefined : verb.name.toUpperCase();
  const own = (text: string | undefined): string => addressesOf([`/${(text ?? '').replace(/^\//, '')}`])[0] ?? '';
  return [
    {
      address: joinedAddress(own(controller.text), own(verb.text)),
      on: around.name ? [around.name.text] : [],
      ...(method ? { method } : {}),
      ...answers.found,
      at: node.getStart(site.source),
    },
  ];
}

interface Decorated {
  readonly name: string;
  readonly text?: string;
}

function decoratorsOf(node: ts.MethodDeclaration | ts.ClassLikeDeclaration): Decorated[] {
  return (node.modifiers ?? []).flatMap((modifier): Decorated[] => {
    if (!compiler.isDecorator(modifier) || !compiler.isCallExpression(modifier.expression)) return [];
    const { expression: callee, arguments: given } = modifier.expression;
    if (!compiler.isIdentifier(callee)) return [];
    const [first] = given;
    const text =
      first && compiler.isStringLiteralLike(first)
        ? first.text
        : first && compiler.isObjectLiteralExpression(first)
          ? pathIn(first)
          : undefined;
    return [{ name: callee.text, ...(text === undefined ? {} : { text }) }];
  });
}

function pathIn({ properties }: ts.ObjectLiteralExpression): string | undefined {
  const found = properties.find((each) => each.name && plainName(each.name) === 'path');
  return found && compiler.isPropertyAssignment(found) && compiler.isStringLiteralLike(found.initializer)
    ? found.initializer.text
    : undefined;
}
