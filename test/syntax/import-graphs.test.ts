import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProgram } from '../../src/syntax/index.ts';

/* Random projects of a few modules that give names to each other, held to a resolver that knows nothing of programs. */

const names = ['x', 'y', 'default'] as const;
type Name = (typeof names)[number];

/** How a module comes by a name that it exports. `from` is the number of a module; there may be none of that number. */
type Export =
  | { readonly kind: 'value' }
  | { readonly kind: 'given on'; readonly from: number; readonly name: Name }
  | { readonly kind: 'imported'; readonly from: number; readonly name: Name }
  | { readonly kind: 'added to'; readonly from: number; readonly name: Name }
  | { readonly kind: 'of all'; readonly from: number; readonly name: Name }
  | { readonly kind: 'required'; readonly from: number; readonly name: Name };

interface Module {
  readonly exports: Partial<Record<Name, Export>>;
  readonly stars: readonly number[];
}

const most = 6;
const from = fc.integer({ min: 0, max: most });
const name = fc.constantFrom(...names);
const other = fc.record({
  kind: fc.constantFrom('given on', 'imported', 'added to', 'of all', 'required'),
  from,
  name,
}) as fc.Arbitrary<Export>;
const one: fc.Arbitrary<Export> = fc.oneof(fc.constant({ kind: 'value' } as const), { arbitrary: other, weight: 2 });
const module: fc.Arbitrary<Module> = fc.record({
  exports: fc.record({ x: one, y: one, default: one }, { requiredKeys: [] }),
  stars: fc.array(from, { maxLength: 2 }),
});
const project = fc.array(module, { minLength: 1, maxLength: most });

const textOf = (index: number, wanted: Name): string => `value-${index}-${wanted}`;

/** A module as a program. */
function written({ exports, stars }: Module, index: number): string {
  const lines = stars.map((star) => `export * from './m${star}';`);
  for (const [exported, how] of Object.entries(exports) as [Name, Export][]) {
    const local = `local_${exported}`;
    const give = `export { ${local} as ${exported} };`;
    if (how.kind === 'value') {
      lines.push(`const ${local} = '${textOf(index, exported)}';`, give);
      continue;
    }
    const file = `'./m${how.from}'`;
    switch (how.kind) {
      case 'given on':
        lines.push(`export { ${how.name} as ${exported} } from ${file};`);
        break;
      case 'imported':
        lines.push(`import { ${how.name} as ${local} } from ${file};`, give);
        break;
      case 'added to':
        lines.push(`import { ${how.name} as got_${exported} } from ${file};`);
        lines.push(`const ${local} = got_${exported} + '-${index}';`, give);
        break;
      case 'of all':
        lines.push(`import * as all_${exported} from ${file};`);
        lines.push(`const ${local} = all_${exported}.${how.name};`, give);
        break;
      case 'required':
        lines.push(`const { ${how.name}: ${local} } = require(${file});`, give);
    }
  }
  return lines.join('\n');
}

/** What a name is at last; nothing where it is not known; `unsure` where two stars give it, or the way there is long. */
function resolved(modules: readonly Module[], index: number, wanted: Name, way: readonly string[] = []): string[] {
  const key = `${index} ${wanted}`;
  const known = modules[index];
  if (!known || way.includes(key)) return [];
  if (way.length > 6) return ['unsure'];
  const how = known.exports[wanted];
  if (how) {
    if (how.kind === 'value') return [textOf(index, wanted)];
    const values = resolved(modules, how.from, how.name, [...way, key]);
    return how.kind === 'added to' ? values.map((value) => (value === 'unsure' ? value : `${value}-${index}`)) : values;
  }
  if (wanted === 'default') return [];
  const giving = [...new Set(known.stars)].filter((star) => gives(modules, star, wanted, [index]));
  if (giving.length > 1) return ['unsure'];
  return giving.flatMap((star) => resolved(modules, star, wanted, [...way, key]));
}

/** Whether a module has a name at all, whatever it is. */
function gives(modules: readonly Module[], index: number, wanted: Name, way: readonly number[]): boolean {
  const known = modules[index];
  if (!known || way.includes(index)) return false;
  return Boolean(known.exports[wanted]) || known.stars.some((star) => gives(modules, star, wanted, [...way, index]));
}

/** Texts that are handed to a package under an option, where the first module's name is. */
function found(modules: readonly Module[], wanted: Name): { texts: string[]; opened: number } {
  let opened = 0;
  const files = new Map(modules.map((each, index) => [`src/m${index}.ts`, Buffer.from(written(each, index))]));
  const reader = (path: string): Uint8Array | undefined => {
    const bytes = files.get(path);
    if (bytes) opened++;
    return bytes;
  };
  const text = `import { ${wanted} as key } from './m0';\nimport { A } from 'a';\nnew A({ key });`;
  const { literals } = readProgram(Buffer.from(text), 'src/main.ts', { modules: reader });
  const sites = literals.filter(({ call, holes, role }) => call?.option === 'key' && !holes && role !== 'import');
  // A name that a module lacks is `undefined` there, and may be added to.
  const texts = sites.map((site) => site.text).filter((each) => each.startsWith('value-'));
  return { texts: [...new Set(texts)], opened };
}

test('what a name of another module is, is known exactly where modules lead there', () => {
  let [known, none] = [0, 0];
  fc.assert(
    fc.property(project, name, (modules, wanted) => {
      const expected = resolved(modules, 0, wanted);
      const { texts, opened } = found(modules, wanted);
      expect(opened).toBeLessThanOrEqual(most);
      expect(found(modules, wanted).texts).toEqual(texts);
      if (expected.includes('unsure')) return;
      if (expected.length > 0) known++;
      else none++;
      expect(texts).toEqual(expected);
    }),
    { numRuns: 3_000, seed: 17 },
  );
  expect(known).toBeGreaterThan(300);
  expect(none).toBeGreaterThan(300);
});
