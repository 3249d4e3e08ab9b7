import { prepare } from './cli/prepare.ts';
import { today } from './cli/today.ts';
import { version } from './cli/version.ts';
import type { Confidence, Finding, Report, Severity, Skip } from './model/index.ts';
import { run } from './scan.ts';

export type * from './model/index.ts';
export { version };

/** What a program asks for. Everything may be left out: then the working directory is scanned as `keyscan` does. */
export interface ScanOptions {
  /** Files and folders, relative to `cwd`. Default: `cwd` itself. */
  readonly paths?: readonly string[];
  /** What the next commit adds, instead of files. */
  readonly staged?: boolean;
  /** A text, instead of files; `name` decides how it is read. */
  readonly input?: { readonly name: string; readonly text: AsyncIterable<Uint8Array> };
  /** Reported paths are relative to it. Default: the working directory of the process. */
  readonly cwd?: string;
  /** Patterns as in a `.gitignore`. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** A configuration file, or `false` for none. Default: the one at the top of the project. */
  readonly config?: string | false;
  readonly rules?: readonly string[];
  readonly disable?: readonly string[];
  /** Default `medium`. */
  readonly confidence?: Confidence;
  /** Default `low`. */
  readonly severity?: Severity;
  /** Bytes. Default: no limit. */
  readonly maxFileSize?: number;
  /** Threads. Default: as many as there are processors. */
  readonly jobs?: number;
  /** Reads ignored files and `node_modules` too. */
  readonly noIgnore?: boolean;
  readonly showPublic?: boolean;
  /** Stops the scan; what was found until then is given. */
  readonly signal?: AbortSignal;
}

/**
 * Scans and gives the whole report.
 * @throws UsageError for options that make no sense, SourceError where there is nothing to read from
 */
export async function scanReport(options: ScanOptions = {}): Promise<Report> {
  const { paths = [], input, cwd = process.cwd(), config, signal } = options;
  const { settings } = await prepare(
    {
      mode: input
        ? { kind: 'stdin', name: input.name }
        : options.staged
          ? { kind: 'staged', roots: paths }
          : { kind: 'files', roots: paths },
      include: options.include ?? [],
      exclude: options.exclude ?? [],
      rules: options.rules ?? [],
      disable: options.disable ?? [],
      noIgnore: options.noIgnore === true,
      showPublic: options.showPublic === true,
      submodules: false,
      noSyntax: false,
      noExposure: false,
      noInline: false,
      noCache: false,
      verbose: false,
      ...(options.confidence ? { confidence: options.confidence } : {}),
      ...(options.severity ? { severity: options.severity } : {}),
      ...(options.maxFileSize === undefined ? {} : { maxFileSize: options.maxFileSize }),
      ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
    },
    config,
    cwd,
    today(),
  );
  const built = import.meta.url.endsWith('.js');
  return run(settings, {
    version,
    ...(input ? { stdin: input.text } : {}),
    ...(signal ? { signal } : {}),
    ...(built ? { worker: new URL('./cli/worker.js', import.meta.url) } : {}),
  });
}

/** Scans and gives what was found, then what could not be looked at, in the order of the report. */
export async function* scan(options: ScanOptions = {}): AsyncIterable<Finding | Skip> {
  const report = await scanReport(options);
  yield* report.findings;
  yield* report.skips;
}
