import { primitiveOf, type ReferenceValue, type UnknownValue, type Value, type Values } from '../values/value.ts';

/** Ways that end in the name of an environment variable; `module:` before where a module gives it. */
const readers: readonly RegExp[] = [
  /^(?:(?:node:)?process:(?:default\.)?|process\.)env\.([\w$]+)$/,
  /^(?:import\.meta|Bun|Netlify)\.env\.([\w$]+)$/,
  /^\$env\/(?:static\/(?:private|public):|dynamic\/(?:private|public):env\.)([\w$]+)$/,
  /^(?:astro:env\/(?:server|client):|cloudflare:workers:env\.|bun:env\.)([\w$]+)$/,
];

/** Functions that are asked for a variable by its name. */
const functions = new Set(['Deno.env.get', 'Netlify.env.get', 'Bun.env.get', 'getSecret']);

/** The environment variable a value is read from. */
export function environmentOf(value: Value): string | undefined {
  if (value.kind === 'unknown') return value.environment;
  if (value.kind !== 'reference') return undefined;
  const way = `${value.module === undefined ? '' : `${value.module}:`}${value.path.join('.')}`;
  for (const reader of readers) {
    const name = reader.exec(way)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

/** `Deno.env.get('NAME')`. */
export function readByCall(
  target: ReferenceValue,
  given: () => readonly Values[] | undefined,
): UnknownValue | undefined {
  if (!functions.has(target.path.join('.'))) return undefined;
  const [name] = given()?.[0] ?? [];
  const known = name && primitiveOf(name);
  return typeof known?.value === 'string' ? { kind: 'unknown', environment: known.value } : undefined;
}
