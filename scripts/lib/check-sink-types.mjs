// Checks rows of rules/data/sinks.ts, given as JSON on standard input, against the declarations that stand in a folder's
// node_modules. Prints faults as JSON. A process of its own for each package: some declarations fill gigabytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** How the packages' declarations are read. */
export function compilerOptions() {
  return {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  };
}

/** What a module gives by default and by name, as an ES module and as a CommonJS one see it. */
function sightsOf(folder, modules) {
  const files = ['main.mts', 'main.cts'].map((name) => join(folder, name));
  const text = modules
    .map(
      (name, index) =>
        `import d${index} from '${name}';\nimport * as n${index} from '${name}';\nd${index}; n${index};\n`,
    )
    .join('');
  for (const file of files) writeFileSync(file, text);
  const program = ts.createProgram(files, compilerOptions());
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const uses = source.statements.filter((statement) => ts.isExpressionStatement(statement));
    const typeOf = (index) => checker.getTypeAtLocation(uses[index].expression);
    return { checker, source, own: (index) => ({ default: typeOf(2 * index), namespace: typeOf(2 * index + 1) }) };
  });
}

/** Faults of rows: what cannot be called, and places that no call has. */
function check(folder, rows) {
  const modules = [...new Set(rows.map(({ module }) => module))];
  const sights = sightsOf(folder, modules);
  const faults = [];
  for (const { id, module, callees, places } of rows) {
    const index = modules.indexOf(module);
    if (sights.every(({ own }) => isAny(own(index).default) && isAny(own(index).namespace))) {
      faults.push(`${id}: ${module} has no declarations`);
      continue;
    }
    const isNew = callees.startsWith('new ');
    const found = callees
      .replace(/^new /, '')
      .split('|')
      .map((name) => ({
        name,
        calls: sights.flatMap(({ checker, source, own }) =>
          signaturesOf(checker, source, own(index), name, isNew).map((signature) => ({ checker, source, signature })),
        ),
      }));
    for (const { name, calls } of found)
      if (calls.length === 0) faults.push(`${id}: ${module} has nothing to call as ${name}`);
    const calls = found.flatMap((one) => one.calls);
    for (const where of places)
      if (!calls.some(({ checker, source, signature }) => takes(checker, source, signature, where)))
        faults.push(`${id}: ${module} ${callees} takes no ${JSON.stringify(where)}`);
  }
  return faults;
}

const isAny = (type) => (type.flags & ts.TypeFlags.Any) !== 0;

/** Everything that can be called under a name: `default`, `OpenAI`, `Client().login`, `AES.*`. */
function signaturesOf(checker, source, own, name, isNew) {
  let types = [];
  // What stands between gives itself back: `SignJWT().setIssuedAt().sign`.
  for (const part of name.replace('.*.', '.').split('.')) {
    const made = part.endsWith('()');
    const key = made ? part.slice(0, -2) : part;
    types =
      types.length === 0 && key === 'default'
        ? [
            own.default,
            ...membersOf(checker, source, own.default, 'default'),
            ...membersOf(checker, source, own.namespace, 'default'),
          ]
        : (types.length === 0 ? [own.namespace, own.default] : types).flatMap((type) =>
            membersOf(checker, source, type, key),
          );
    if (made) types = types.flatMap((type) => callable(type, true).map((signature) => signature.getReturnType()));
  }
  return types.flatMap((type) => callable(type, isNew || name === '*'));
}

function callable(type, isNew) {
  const made = type.getConstructSignatures();
  return isNew && made.length > 0 ? made : [...type.getCallSignatures(), ...made];
}

function membersOf(checker, source, type, key) {
  const target = checker.getApparentType(type);
  const properties = key === '*' ? target.getProperties() : [target.getProperty(key)].filter(Boolean);
  return properties.map((property) => checker.getTypeOfSymbolAtLocation(property, source));
}

/** Whether a signature takes something at a place. */
function takes(checker, source, signature, where) {
  const parameters = signature.getParameters();
  const [argument, option] =
    typeof where === 'number' ? [where, ''] : typeof where === 'string' ? [undefined, where] : where;
  const indexes = argument === undefined ? parameters.map((_, index) => index) : [argument];
  return indexes.some((index) => {
    const parameter = parameters[index] ?? restOf(parameters);
    if (!parameter) return false;
    let types = [checker.getTypeOfSymbolAtLocation(parameter, source)];
    if (index >= parameters.length || isRest(parameter))
      types = types.flatMap((type) => [type, ...items(checker, type)]);
    for (const part of option.split('.').filter(Boolean))
      types = types.flatMap((type) => step(checker, source, type, part));
    return types.length > 0;
  });
}

const isRest = (parameter) => parameter.valueDeclaration?.dotDotDotToken !== undefined;
const restOf = (parameters) => (parameters.length > 0 && isRest(parameters.at(-1)) ? parameters.at(-1) : undefined);
const items = (checker, type) =>
  [type, ...(type.types ?? [])].flatMap((one) => checker.getIndexTypeOfType(one, ts.IndexKind.Number) ?? []);

/** The types of an option: of every part of a union, of what a function returns or a promise holds; `[]` of a list. */
function step(checker, source, type, part) {
  const name = part.replace('[]', '');
  const open = [type];
  const seen = new Set();
  const found = [];
  for (let one = open.pop(); one; one = open.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    // What the package itself leaves open cannot be told more of.
    if (isAny(one)) return [one];
    if (one.isUnionOrIntersection()) open.push(...one.types);
    const constraint = checker.getBaseConstraintOfType(one);
    if (constraint && constraint !== one) open.push(constraint);
    for (const signature of one.getCallSignatures()) open.push(signature.getReturnType());
    const property = checker.getApparentType(one).getProperty(name);
    if (property) found.push(checker.getTypeOfSymbolAtLocation(property, source));
  }
  return part.endsWith('[]') ? found.flatMap((one) => items(checker, one)) : found;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(check(process.argv[2], JSON.parse(readFileSync(0, 'utf8')))));
