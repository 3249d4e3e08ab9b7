import { compiler, type ts } from '../compiler.ts';
import { plainName } from '../nodes.ts';
import type { Use } from './types.ts';

/**
 * What is read of a value, step by step: `name` a member, `*` any member, `#0` an element, `name()` what a method gives
 * back, `-a,b` all but some members, `@0.1` what is handed to a function that it is given.
 */

/** True for what a method gives back. */
export const isCall = (step: string | undefined): boolean => step?.endsWith('()') === true;

/** Steps that belong together as one: a member and a call of it, members that are left out one after the other. */
export function tidied(path: readonly string[]): readonly string[] {
  if (!path.some((step) => step === '()' || step.startsWith('-'))) return path;
  const tidy: string[] = [];
  for (const step of path) {
    const last = tidy.at(-1);
    const isLeft = last?.startsWith('-') === true;
    if (step === '()' && last !== undefined && /^[\w$]+$/.test(last)) tidy[tidy.length - 1] = `${last}()`;
    else if (isLeft && step.startsWith('-')) tidy[tidy.length - 1] = `${last},${step.slice(1)}`;
    // Of what is left, one member is read: the others do not matter.
    else if (isLeft) tidy[tidy.length - 1] = step;
    else tidy.push(step);
  }
  return tidy;
}

/** True for an element of a list. */
export const isPosition = (step: string | undefined): boolean => step?.startsWith('#') === true;

/** The members that are left out. */
export const without = (step: string | undefined): readonly string[] | undefined =>
  step?.startsWith('-') ? step.slice(1).split(',') : undefined;

/** What a pattern reads for one of its names: `['a', 'b']` for `b` of `{ a: { b } }`. Nothing where it has no such name. */
export function memberPath(pattern: ts.BindingName, name: string): readonly string[] | undefined {
  if (compiler.isIdentifier(pattern)) return pattern.text === name ? [] : undefined;
  for (const [index, element] of pattern.elements.entries()) {
    if (!compiler.isBindingElement(element)) continue;
    const inner = memberPath(element.name, name);
    if (!inner) continue;
    if (compiler.isArrayBindingPattern(pattern))
      return element.dotDotDotToken ? ['*', ...inner] : [`#${index}`, ...inner];
    if (element.dotDotDotToken) {
      const others = pattern.elements.flatMap((each) => (each === element ? [] : (keyOf(each) ?? [])));
      return others.length > 0 ? [`-${others.join(',')}`, ...inner] : inner;
    }
    const key = keyOf(element);
    return key === undefined ? ['*', ...inner] : [key, ...inner];
  }
  return undefined;
}

function keyOf({ propertyName, name }: ts.BindingElement): string | undefined {
  if (propertyName) return plainName(propertyName);
  return compiler.isIdentifier(name) ? name.text : undefined;
}

/** What is read of an object that is spread where later members stand before its own. */
export function hiding({ properties }: ts.ObjectLiteralExpression, spread: ts.SpreadAssignment): readonly string[] {
  const later = properties.slice(properties.indexOf(spread) + 1);
  const hidden = later.flatMap(({ name }) => (name && plainName(name)) ?? []);
  return hidden.length > 0 ? [`-${hidden.join(',')}`] : [];
}

/** What is read of a name, as a use of it says. */
export const steps = (path: readonly string[]): Pick<Use, 'member' | 'path'> => {
  const [member] = path;
  return member === undefined ? {} : { member, path };
};
