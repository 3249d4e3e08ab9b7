import type { Report } from '../model/index.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import type { Format, RenderOptions, Reporter } from './options.ts';
import { sarif } from './sarif/index.ts';
import { text } from './text/index.ts';

export { annotations, stepSummary } from './github.ts';
export * from './options.ts';

const reporters: Readonly<Record<Format, Reporter>> = { text, json, jsonl, sarif };

/** A report as the whole text of a format, ending with a newline or empty. Reads and writes nothing. */
export const render = (format: Format, report: Report, options: RenderOptions): string =>
  reporters[format](report, options);
