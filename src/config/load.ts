import { basename, extname } from 'node:path';
import { type CheckedConfig, checkConfig, faultLines } from './check.ts';
import type { Document, Malformed } from './document.ts';
import { largestConfig } from './find.ts';
import { readText } from './read-text.ts';
import { UsageError } from './usage-error.ts';

/** How each ending is read; a parser is loaded only when a file needs it. */
const parsers: Readonly<Record<string, (text: string) => Promise<Document | Malformed>>> = {
  '.json': async (text) => (await import('./parse-json.ts')).parseJson(text),
  '.jsonc': async (text) => (await import('./parse-json.ts')).parseJson(text),
  '.yaml': async (text) => (await import('./parse-yaml.ts')).parseYaml(text),
  '.yml': async (text) => (await import('./parse-yaml.ts')).parseYaml(text),
  '.toml': async (text) => (await import('./parse-toml.ts')).parseToml(text),
};

/** Faults that are told; of more, their number. */
const mostFaults = 10;

/**
 * Reads and checks a configuration file.
 * @param file absolute
 * @param name what messages call it
 * @throws UsageError, a line for each fault; no line quotes a value
 */
export async function loadConfig(file: string, name: string): Promise<CheckedConfig> {
  const parse = parsers[extname(file).toLowerCase()];
  if (!parse) throw new UsageError(`${name}: not a configuration: .json, .jsonc, .yaml or .toml expected`);
  const text = readText(file, name, largestConfig);
  if (text === undefined) throw new UsageError(`${name}: no such configuration file`);
  const document = await parse(text.replace(/^\uFEFF/, ''));
  if ('problem' in document) {
    const { place } = document;
    const at = place ? `:${place.line}${place.column === undefined ? '' : `:${place.column}`}` : '';
    throw new UsageError(`${name}${at}: ${document.problem}`);
  }
  const inPackage = basename(file) === 'package.json';
  const checked = inPackage
    ? checkConfig((document.data as { keyscan?: unknown } | null)?.keyscan ?? {}, ['keyscan'])
    : checkConfig(document.data ?? {});
  if (!Array.isArray(checked)) return checked;
  const lines = faultLines(name, document, checked).slice(0, mostFaults);
  const rest = checked.length - lines.length;
  throw new UsageError([...lines, ...(rest > 0 ? [`${name}: ${rest} more faults`] : [])].join('\n'));
}
