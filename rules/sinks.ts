import type { CallSite, Evidence, Judgement, Leak, LiteralSite } from '../src/model/index.ts';
import {
  b62,
  defineSyntaxRule,
  fake,
  hasQuotedValue,
  importsOneOf,
  isShown,
  leakBetween,
  looksOf,
  mostForGuess,
  refused,
  remoteImports,
} from '../src/rule-kit/index.ts';
import { type Sink, type SinkVendor, sinkVendors, type Where } from './data/sinks.ts';

/** One callee of a table row, as it stands between two `|`. */
interface Target {
  readonly isNew: boolean;
  readonly name: string;
}

const isConstructed = (callees: string): boolean => callees.startsWith('new ');
const targetsOf = (callees: string): Target[] =>
  callees
    .replace(/^new /, '')
    .split('|')
    .map((name) => ({ isNew: isConstructed(callees), name }));

/** `*` alone, at the start or at the end stands for anything, and `.*.` for a dot with or without calls around it. */
function fits(pattern: string, text: string): boolean {
  if (pattern === '*') return true;
  const [first = '', last] = pattern.split('.*.');
  if (last !== undefined) return text.startsWith(`${first}.`) && text.endsWith(`.${last}`);
  if (pattern.endsWith('*')) return text.startsWith(pattern.slice(0, -1));
  return pattern.startsWith('*') ? text.endsWith(pattern.slice(1)) : text === pattern;
}

const isAt = (where: Where, { argument, option }: CallSite): boolean => {
  if (typeof where === 'number') return argument === where && option === '';
  if (typeof where === 'string') return option === where;
  return argument === where[0] && option === where[1];
};

const matches = ([modules, callees, ...places]: Sink, call: CallSite): boolean =>
  fits(modules, call.module ?? '') &&
  targetsOf(callees).some(({ isNew, name }) => (!isNew || call.isNew) && fits(name, call.callee)) &&
  places.some((where) => isAt(where, call));

/** What an option is called in a sentence. */
function nounOf({ option }: CallSite): string {
  const name = option.slice(option.lastIndexOf('.') + 1);
  if (/pass(?:word|phrase)?$/i.test(name)) return 'password';
  if (/token$|^auth$/i.test(name)) return 'token';
  if (/secret|^iv$/i.test(name)) return 'secret';
  return /key/i.test(name) ? 'key' : 'credential';
}

/** The call as a person writes it: `new OpenAI({ apiKey })`. */
function written({ name }: SinkVendor, { module, callee, isNew, option }: CallSite): string {
  const called = callee === 'default' ? (module ?? name) : callee;
  const given = option === '' ? '…' : `{ ${option.replaceAll('[]', '')} }`;
  return `${isNew ? 'new ' : ''}${called}(${given})`;
}

/** Publishable keys and the anonymous role: handed to browsers on purpose. */
const publishable = /^(?:sb_publishable_|pk_|pub)|"role":"anon"/;
const decoded = (text: string): string =>
  text.startsWith('eyJ')
    ? text
        .split('.')
        .map((part) => Buffer.from(part, 'base64url').toString())
        .join('')
    : text;

/** No service gives shorter keys. */
const leastDrawn = 12;

/** Values of the program that a call says are secret. */
function judge(vendor: SinkVendor, site: LiteralSite, path: string): Judgement | undefined {
  const { call, text, holes } = site;
  if (!call?.module || holes) return undefined;
  if (!vendor.sinks.some((sink) => matches(sink, call)) || site.role === 'comparison') return undefined;
  if (publishable.test(decoded(text))) return { kind: 'public', evidence: [{ text: 'made for clients', weight: 0 }] };
  const looks = looksOf(text);
  if ('reason' in looks) return refused(looks);
  const title = `${vendor.name} ${nounOf(call)} passed to ${written(vendor, call)}`;
  const evidence: Evidence[] = [{ text: `the call says it is a ${nounOf(call)}`, weight: 0 }];
  if (looks.strength === 'random') return { kind: 'plausible', title, evidence };
  if (vendor.drawn && nounOf(call) !== 'password' && looks.length < leastDrawn)
    return refused({ reason: 'placeholder' });
  // Documents and examples show what to write by words that nobody keeps.
  if (isShown(path) && !looks.chosen) evidence.push({ text: 'stands in a test, an example or a document', weight: -1 });
  // Keys are drawn: what could be a word stands for one, such as the name of a server that asks for none.
  if (looks.strength === 'word' && /^(?:key|token)$/.test(nounOf(call))) return refused({ reason: 'words' });
  if (looks.strength === 'word') evidence.push({ text: 'the value could be a word', weight: -1 });
  return { kind: 'plausible', title, evidence };
}

/** A program that imports what is called and hands it the value, in two parts around the value. */
function programOf([module, callees, where]: Sink, binding: 'import' | 'require'): [before: string, after: string] {
  const [target] = targetsOf(callees);
  const [first = 'default', ...rest] = (target?.name ?? 'default').replace('.*.', '.').split('.');
  const made = first.endsWith('()');
  const imported = made ? first.slice(0, -2) : first;
  const local = imported === 'default' ? 'service' : imported;
  const exported = imported === 'default' ? local : `{ ${imported} }`;
  const line =
    binding === 'import' ? `import ${exported} from '${module}';\n` : `const ${exported} = require('${module}');\n`;
  const root = made ? `new ${local}()` : local;
  const callee = `${isConstructed(callees) ? 'new ' : ''}${[root, ...rest].join('.')}`;
  const [argument, option] = typeof where === 'object' ? where : typeof where === 'number' ? [where, ''] : [0, where];
  const parts = (option ?? '').split('.').filter((part) => part !== '');
  const open = parts.map(
    (part) => `{ ${part.includes('-') ? `'${part}'` : part.replace('[]', '')}: ${part.endsWith('[]') ? '[' : ''}`,
  );
  const close = parts.toReversed().map((part) => (part.endsWith('[]') ? '] }' : ' }'));
  const before = 'given, '.repeat(argument);
  return [`${line}export const client = ${callee}(${before}${open.join('')}`, `${close.join('')});\n`];
}

const examplePath = 'src/client.ts';

function leaksOf({ sinks }: SinkVendor): [Leak, ...Leak[]] {
  const [first] = sinks;
  const leakOf = (sink: Sink, binding: 'import' | 'require', seed: number): Leak => {
    const [before, after] = programOf(sink, binding);
    return leakBetween(`${before}'`, fake(b62, 27, seed), `'${after}`, examplePath);
  };
  const last = sinks.at(-1) ?? first;
  const [before, after] = programOf(first, 'import');
  const placed = leakBetween(
    `${before.replace(/ from '([^'*]+)\*?'/, " from 'npm:$1@1.2'")}'`,
    fake(b62, 27, 4),
    `'${after}`,
    examplePath,
  );
  return [leakOf(first, 'import', 1), leakOf(first, 'require', 2), leakOf(last, 'import', 3), placed];
}

const cleanOf = ({
  sinks: [first],
}: SinkVendor): [{ text: string; path: string }, ...{ text: string; path: string }[]] => {
  const [before, after] = programOf(first, 'import');
  const elsewhere = before.replace(/ from '[^']+'/, " from './local.ts'");
  return [
    { text: `${before}process.env.SERVICE_VALUE${after}`, path: examplePath },
    { text: `${before}'your-api-key'${after}`, path: examplePath },
    { text: `${before}''${after}`, path: examplePath },
    { text: `${elsewhere}'${fake(b62, 27, 4)}'${after}`, path: examplePath },
  ];
};

const anchorsOf = ({ sinks }: SinkVendor): [string, ...string[]] =>
  [
    ...sinks.flatMap(([modules]) =>
      modules.endsWith('*') ? [modules.slice(0, -1)] : [`'${modules}'`, `"${modules}"`],
    ),
    ...remoteImports,
  ] as unknown as [string, ...string[]];

/** Declarations hold no values. */
const programs = /(?<!\.d)\.(?!json)\w+$/;

/** Packages that many programs import for other things: there must be a value in the text, too. */
function mayMatch({ sinks, common }: SinkVendor): (text: string) => boolean {
  const imports = importsOneOf(sinks.map(([modules]) => modules));
  return common ? (text) => text.length <= mostForGuess && imports(text) && hasQuotedValue(text) : imports;
}

const ruleOf = (vendor: SinkVendor) =>
  defineSyntaxRule({
    id: `${vendor.id}-hardcoded-credential`,
    title: `${vendor.name} credential written in a program`,
    severity: vendor.severity ?? 'high',
    ...(vendor.unsure || vendor.common ? { confidence: 'medium' } : {}),
    description: vendor.can,
    remediation: vendor.fix,
    references: [vendor.reference],
    ...(vendor.environment ? { environment: vendor.environment } : {}),
    anchors: anchorsOf(vendor),
    paths: programs,
    mayMatch: mayMatch(vendor),
    literal: (site, path) => judge(vendor, site, path),
    examples: () => ({ leaks: leaksOf(vendor), clean: cleanOf(vendor) }),
  });

/** One rule for each vendor of the table: the call says that the value is a secret, whatever it looks like. */
export const sinks = sinkVendors.map(ruleOf);
