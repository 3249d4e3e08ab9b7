// Checks every row of rules/data/sinks.ts against the packages' own declarations: installs the packages in a temporary
// folder, and asks the compiler for the type that stands where the row says a credential stands.
// Usage: npm run check:sinks [-- --in FOLDER] [-- MODULE…]; a folder that is named is kept, and what stands in it used again.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import ts from 'typescript';
import { compilerOptions } from './lib/check-sink-types.mjs';
import { load } from './lib/load-rules.mjs';

const { values, positionals: wanted } = parseArgs({ options: { in: { type: 'string' } }, allowPositionals: true });

/** A module that stands for all that a `*` takes. */
const samples = {
  '@aws-sdk/*': '@aws-sdk/client-sqs',
  '@google-cloud/*': '@google-cloud/translate',
  'next-auth/*': 'next-auth/jwt',
  'next-auth/providers/*': 'next-auth/providers/github',
  '@auth/core/providers/*': '@auth/core/providers/github',
};
/** Versions whose interface a row is about, where the newest has another. */
const versions = {
  '@azure/openai': '1.0.0-beta.13',
  '@deepgram/sdk': '4',
  'mailgun.js': '12',
  'next-auth': '4',
  'iron-session': '8',
  langfuse: '3',
  '@sentry/nextjs': '9',
};

/** Rows about an interface that only older versions have; these are installed beside the newest, under another name. */
const older = {
  'algoliasearch default': 'algoliasearch@4',
  'node-telegram-bot-api new default': 'node-telegram-bot-api@0.66',
};
const aliasOf = (spec) => spec.replace(/@(?=[\d.]+$)/, '-');

/** What declarations refer to without bringing it. */
const peers = ['@langchain/core'];

/** Packages that are installed together. */
const groupSize = 20;

function packageOf(module) {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}

function install(folder, names) {
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const aliases = new Map(Object.values(older).map((spec) => [aliasOf(spec), `${aliasOf(spec)}@npm:${spec}`]));
  const specs = names.map((name) => aliases.get(name) ?? (versions[name] ? `${name}@${versions[name]}` : name));
  npm(folder, ['@types/node@20', ...peers]);
  for (let start = 0; start < specs.length; start += groupSize)
    installGroup(folder, specs.slice(start, start + groupSize));
  // What brings no declarations of its own has them in a package beside it, or nowhere.
  for (const name of names.filter((one) => !hasTypes(folder, one))) {
    try {
      const types = `@types/${name.replace(/^@/, '').replace('/', '__')}`;
      npm(folder, [aliases.has(name) ? `${types}@npm:${types.replace(/-[\d.]+$/, '')}` : types]);
    } catch {
      // Told below: the module cannot be resolved.
    }
  }
}

/** One package that cannot be installed must not hide the others. */
function installGroup(folder, specs) {
  try {
    npm(folder, specs);
  } catch {
    for (const spec of specs) {
      try {
        npm(folder, [spec]);
      } catch {
        console.log(`${spec} could not be installed`);
      }
    }
  }
}

function npm(folder, specs) {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--loglevel=error'];
  execFileSync('npm', ['install', ...options, ...specs], { cwd: folder, stdio: 'ignore' });
}

function hasTypes(folder, name) {
  const from = join(folder, 'main.ts');
  const { resolvedModule } = ts.resolveModuleName(name, from, compilerOptions(), ts.sys);
  return resolvedModule !== undefined && /\.d\.[cm]?ts$/.test(resolvedModule.resolvedFileName);
}

const checker = fileURLToPath(new URL('./lib/check-sink-types.mjs', import.meta.url));

/** Faults of the rows of one package. */
function checkPackage(folder, name, rows) {
  try {
    const printed = execFileSync(process.execPath, ['--max-old-space-size=8192', checker, folder], {
      input: JSON.stringify(rows),
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    return JSON.parse(printed);
  } catch {
    return [`${name}: its declarations could not be read`];
  }
}

const folder = values.in ?? mkdtempSync(join(tmpdir(), 'keyscan-sinks-'));
mkdirSync(folder, { recursive: true });
try {
  const { sinkVendors: vendors } = await load(`export { sinkVendors } from './rules/data/sinks.ts';`);
  const rows = vendors.flatMap(({ id, sinks }) =>
    sinks
      .map(([modules, callees, ...places]) => {
        const spec = older[`${modules} ${callees}`];
        return { id, module: spec ? aliasOf(spec) : (samples[modules] ?? modules), callees, places };
      })
      .filter(({ module }) => wanted.length === 0 || wanted.includes(module)),
  );
  const packages = [...new Set(rows.map(({ module }) => packageOf(module)))];
  install(
    folder,
    packages.filter((name) => !isBuiltin(name) && !existsSync(join(folder, 'node_modules', name))),
  );
  const faults = packages.flatMap((name) =>
    checkPackage(
      folder,
      name,
      rows.filter(({ module }) => packageOf(module) === name),
    ),
  );
  for (const fault of faults) console.log(fault);
  console.log(`${rows.length} rows of ${packages.length} packages, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  if (values.in === undefined) rmSync(folder, { recursive: true, force: true });
}
