// The TypeScript compiler without what keyscan never asks of it: of 9 MB of type checker, editor services and server a
// parser of 0.8 MB is left, which a thread loads in 0.03 s instead of 0.2 s.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import ts from 'typescript';

const require = createRequire(import.meta.url);

/** What `src/syntax` asks of the compiler by name, and the two that its types do not show. */
function namesInUse() {
  const room = fileURLToPath(new URL('../../src/syntax/', import.meta.url));
  const names = new Set(['objectAllocator', 'setObjectAllocator']);
  for (const file of readdirSync(room, { recursive: true }))
    if (file.endsWith('.ts'))
      for (const [, name] of readFileSync(`${room}${file}`, 'utf8').matchAll(/\bcompiler\.([A-Za-z]\w*)\b/g))
        if (name !== 'ts') names.add(name);
  return [...names].sort();
}

/** The module's parts that must run when it is loaded: the nodes' classes are handed to the parser by this call. */
const allocator = 'setObjectAllocator(getServicesObjectAllocator())';
/** Of these classes a parser makes no object, and much hangs on them. */
const unmade = /get(?:Symbol|Type|Signature|SourceMapSource)Constructor: \(\) => \w+,?\n/g;

/**
 * The text of the compiler's one file as an ES module of which a bundler can leave out what is not used: its wrapper is
 * taken off, what it does when loaded is left out unless a parser needs it, and what it computes for a name is marked as
 * free of effects.
 */
function asModule(text, names) {
  const start = text.indexOf('((module) => {');
  const end = text.lastIndexOf('})({ get exports()');
  const exported = text.lastIndexOf('0 && (module.exports = {');
  if (start < 0 || end < 0 || exported < 0) throw new Error('the compiler is wrapped otherwise now');
  const body = text.slice(start + '((module) => {'.length, exported).replace(unmade, '');
  const file = ts.createSourceFile('compiler.js', body, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  const edits = [];
  const namespaces = new Map();
  let allocates = false;
  for (const statement of file.statements) {
    const from = statement.getStart(file);
    const source = body.slice(from, statement.end);
    if (ts.isVariableStatement(statement)) {
      const [declaration, ...others] = statement.declarationList.declarations;
      if (others.length > 0) throw new Error(`several names at once: ${source.slice(0, 80)}`);
      const { initializer } = declaration;
      if (!initializer) namespaces.set(declaration.name.text, statement);
      else
        edits.push(
          [initializer.getStart(file), initializer.getStart(file), '/* @__PURE__ */ (() => ('],
          [initializer.end, initializer.end, '))()'],
        );
      continue;
    }
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) continue;
    // `var N; ((N2) => { … })(N || (N = {}));`
    const namespace = /\)\((\w+) \|\| \(\1 = \{\}\)\);?$/.exec(source.slice(-200))?.[1];
    const declared = namespace && namespaces.get(namespace);
    if (declared) {
      namespaces.delete(namespace);
      edits.push([declared.getStart(file), declared.end, '']);
      edits.push(
        [from, from, `var ${namespace} = /* @__PURE__ */ (() => { var ${namespace}; `],
        [statement.end, statement.end, ` return ${namespace}; })();`],
      );
      continue;
    }
    if (source.startsWith(allocator)) allocates = true;
    else edits.push([from, statement.end, '']);
  }
  if (!allocates) throw new Error('the compiler hands its classes to the parser otherwise now');
  let made = '';
  let at = 0;
  for (const [from, to, by] of edits.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    made += body.slice(at, from) + by;
    at = to;
  }
  return `${made}${body.slice(at)}\nexport { ${names.join(', ')} };\n`;
}

/** Builds the parser into a file, as CommonJS, with the compiler's notice. Throws where the compiler is made otherwise. */
export async function buildParser(outfile) {
  const path = require.resolve('typescript');
  const text = readFileSync(path, 'utf8');
  await build({
    stdin: { contents: asModule(text, namesInUse()), loader: 'js', sourcefile: 'typescript.js' },
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    minify: true,
    outfile,
    logLevel: 'warning',
    banner: { js: /^\/\*![\s\S]*?\*\//.exec(text)?.[0] ?? '' },
  });
}
