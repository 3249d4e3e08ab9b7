import type { Rule } from '../model/index.ts';
import type { IgnoreEntry } from '../triage/index.ts';
import type { CheckedConfig } from './check.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Given } from './given.ts';
import type { ScanSettings } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** What must be known of a rule to name it. */
type KnownRule = Pick<Rule, 'id' | 'aliases'>;

/** What a command line is completed with. */
export interface Surroundings {
  readonly cwd: string;
  /** Threads to use where none are asked for. */
  readonly processors: number;
  readonly builtIn: readonly KnownRule[];
  readonly ignores: readonly IgnoreEntry[];
  readonly config?: CheckedConfig;
  /** What messages call the configuration file. */
  readonly configName?: string;
}

/**
 * Options as used, from options as given. The command line wins over the configuration where one value is asked for;
 * exclusions and rules that are off add up.
 * @throws UsageError for a rule that does not exist
 */
export function resolveSettings(given: Given, around: Surroundings): ScanSettings {
  const { values, customRules = [] } = around.config ?? {};
  const name = around.configName ?? 'configuration';
  const presentId = ruleIds([...around.builtIn, ...customRules]);
  const typed = (list: readonly string[], option: string) =>
    list.map((id) =>
      presentId(id, (meant) => `${option}: no such rule: ${id}${meant || '; `keyscan rules` lists them'}`),
    );
  const configured = (list: readonly string[] | undefined, key: string) =>
    list?.map((id, index) => presentId(id, (meant) => `${name}: ${key}[${index}] is the id of no rule${meant}`));

  const only = given.rules.length > 0 ? typed(given.rules, '--rule') : configured(values?.rules, 'rules');
  const disabled = [...typed(given.disable, '--disable'), ...(configured(values?.disable, 'disable') ?? [])];
  const maxFileSize = given.maxFileSize ?? around.config?.maxFileSize;
  for (const rule of customRules)
    if (around.builtIn.some(({ id, aliases = [] }) => id === rule.id || aliases.includes(rule.id)))
      throw new UsageError(`${name}: customRules: ${rule.id} is the id of a rule that is built in`);
  const off = new Set(disabled);
  if (![...around.builtIn, ...customRules].some(({ id }) => (!only || only.includes(id)) && !off.has(id)))
    throw new UsageError('no rule is left on: nothing could be found');

  return {
    cwd: around.cwd,
    mode: given.mode,
    include: given.include.length > 0 ? given.include : (values?.include ?? []),
    exclude: [...given.exclude, ...(values?.exclude ?? [])],
    includeMustSelect: given.include.length > 0 && given.mode.kind === 'files',
    rules: { disabled: [...off], ...(only ? { only: [...new Set(only)] } : {}) },
    confidence: given.confidence ?? values?.confidence ?? 'medium',
    severity: given.severity ?? values?.severity ?? 'low',
    failOn: given.failOn ?? values?.failOn ?? 'low',
    ...(maxFileSize ? { maxFileSize } : {}),
    jobs: given.jobs ?? Math.max(1, around.processors),
    ignore: { noIgnore: given.noIgnore, inline: !given.noInline && values?.inline !== false },
    submodules: given.submodules || values?.submodules === true,
    syntax: !given.noSyntax && values?.syntax !== false,
    exposure: !given.noExposure && values?.exposure !== false,
    cache: !given.noCache,
    ...(given.ownSecrets ? { ownSecrets: given.ownSecrets } : {}),
    showPublic: given.showPublic || values?.showPublic === true,
    listHeld: given.verbose,
    ignores: around.ignores,
    customRules,
    perPath: (values?.overrides ?? []).map(({ paths, severity, disable }, index) => ({
      paths,
      ...(severity ? { severity } : {}),
      ...(disable ? { disable: configured(disable, `overrides[${index}].disable`) ?? [] } : {}),
    })),
  };
}

/** Makes the function that gives a rule's present id for any id it has had, and fails with the words it is given. */
function ruleIds(rules: readonly KnownRule[]): (id: string, words: (meant: string) => string) => string {
  let known: Map<string, string> | undefined;
  return (id, words) => {
    known ??= new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((each) => [each, rule.id])));
    const found = known.get(id);
    if (found === undefined) throw new UsageError(words(didYouMean(id, known.keys())));
    return found;
  };
}
