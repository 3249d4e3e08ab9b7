import type { Given } from '../config/given.ts';
import type { Mode } from '../config/settings.ts';
import { parseSize } from '../config/size.ts';
import { UsageError } from '../config/usage-error.ts';
import type { Confidence, Severity } from '../model/index.ts';
import { type Format, formats } from '../report/options.ts';
import type { ColourWhen, Telling } from './command-line.ts';
import type { Values } from './values.ts';

/** The options of a scan as given. @throws UsageError for a value that is none */
export function givenOf(values: Values, mode: Mode): Given {
  const size = values.text('max-file-size');
  const bytes = size === undefined ? undefined : parseSize(size);
  if (bytes === null) throw new UsageError(`--max-file-size: ${size} is no size: a number of bytes, or 10MB`);
  const jobs = values.text('jobs');
  if (jobs !== undefined && !/^[1-9]\d{0,3}$/.test(jobs))
    throw new UsageError(`--jobs: ${jobs} is no number of threads`);
  const level = <T extends string>(name: string) => values.text(name) as T | undefined;
  const [confidence, severity, failOn] = [
    level<Confidence>('confidence'),
    level<Severity>('severity'),
    level<Severity | 'none'>('fail-on'),
  ];
  return {
    mode,
    include: values.list('include'),
    exclude: values.list('exclude'),
    rules: values.list('rule'),
    disable: values.list('disable'),
    ...(confidence ? { confidence } : {}),
    ...(severity ? { severity } : {}),
    ...(failOn ? { failOn } : {}),
    ...(bytes === undefined ? {} : { maxFileSize: bytes }),
    ...(jobs === undefined ? {} : { jobs: Number(jobs) }),
    noIgnore: values.flag('no-ignore'),
    submodules: values.flag('submodules'),
    noSyntax: values.flag('no-syntax'),
    noExposure: values.flag('no-exposure'),
    noInline: values.flag('no-inline'),
    noCache: values.flag('no-cache'),
    showPublic: values.flag('show-public'),
    verbose: values.flag('verbose'),
    ...ownSecretsOf(values),
  };
}

function ownSecretsOf(values: Values): Pick<Given, 'ownSecrets'> {
  const asked = values.text('own-secrets');
  const off = values.flag('no-own-secrets');
  if (asked !== undefined && asked !== '' && asked !== 'env')
    throw new UsageError(`--own-secrets: ${asked} is no source; with no value: files; env: the environment too`);
  if (off && asked !== undefined) throw new UsageError('--own-secrets and --no-own-secrets exclude one another');
  if (off) return { ownSecrets: 'off' };
  return asked === undefined ? {} : { ownSecrets: asked === 'env' ? 'env' : 'files' };
}

/** How a scan is told. @throws UsageError where options exclude one another */
export function tellingOf(values: Values): Telling {
  const output = values.text('output');
  const file = output === '-' ? undefined : output;
  const ending = /\.(\w+)$/.exec(file ?? '')?.[1];
  const format = (values.text('format') ?? formats.find((each) => each === ending) ?? 'text') as Format;
  const config = values.text('config');
  if (config !== undefined && values.flag('no-config'))
    throw new UsageError('--config and --no-config exclude one another');
  if (values.flag('quiet') && values.flag('verbose')) throw new UsageError('--quiet and --verbose exclude one another');
  return {
    format,
    ...(file === undefined ? {} : { output: file }),
    colour: colourOf(values),
    quiet: values.flag('quiet'),
    verbose: values.flag('verbose'),
    ...(values.flag('no-config') ? { config: false as const } : config === undefined ? {} : { config }),
  };
}

/** When there are colours. */
export const colourOf = (values: Values): ColourWhen =>
  values.flag('no-color') ? 'never' : ((values.text('color') ?? 'auto') as ColourWhen);
