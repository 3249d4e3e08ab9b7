import * as v from 'valibot';
import { confidences, severities } from '../model/index.ts';
import { customRuleSchema } from './custom-rule-schema.ts';

const flag = (text: string) => v.optional(v.pipe(v.boolean(), v.description(text)));
const globs = (text: string) => v.optional(v.pipe(v.array(v.string()), v.maxLength(1_000), v.description(text)));
const ids = (text: string) => v.optional(v.pipe(v.array(v.string()), v.maxLength(10_000), v.description(text)));

/** Parts of the tree with levels of their own. */
const override = v.strictObject({
  paths: v.pipe(
    v.array(v.string()),
    v.minLength(1),
    v.maxLength(1_000),
    v.description('Globs as in .gitignore, relative to the top of the repository.'),
  ),
  severity: v.optional(v.pipe(v.picklist(severities), v.description('The severity of every finding there.'))),
  disable: ids('Ids of rules that are off there.'),
});

/** A configuration file as given: data only. Keys are named as the options of the command line are. */
export const configSchema = v.pipe(
  v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('Where an editor finds this schema.'))),
    include: globs('Read only what one of these globs matches, relative to the top of the repository.'),
    exclude: globs('Leave out what one of these globs matches, relative to the top of the repository.'),
    rules: v.optional(
      v.pipe(
        v.array(v.string()),
        v.minLength(1),
        v.maxLength(10_000),
        v.description('Use only the rules with these ids.'),
      ),
    ),
    disable: ids('Ids of rules that are off.'),
    confidence: v.optional(
      v.pipe(v.picklist(confidences), v.description('Report from this confidence. Default: medium.')),
    ),
    severity: v.optional(v.pipe(v.picklist(severities), v.description('Report from this severity. Default: low.'))),
    failOn: v.optional(
      v.pipe(v.picklist([...severities, 'none']), v.description('Exit code 1 from this severity. Default: low.')),
    ),
    maxFileSize: v.optional(
      v.pipe(
        v.union([v.string(), v.number()]),
        v.description('Leave out larger files: bytes, or a text such as 10MB.'),
      ),
    ),
    submodules: flag('Read submodules too.'),
    inline: flag('Whether comments such as keyscan:allow may allow a finding. Default: true.'),
    syntax: flag('Whether JavaScript and TypeScript are parsed. Default: true.'),
    exposure: flag('Whether keyscan works out who can see a secret. Default: true.'),
    showPublic: flag('Report values made to be public as notes.'),
    overrides: v.optional(
      v.pipe(
        v.array(override),
        v.maxLength(1_000),
        v.description('Parts of the tree with levels of their own; the last that matches decides.'),
      ),
    ),
    customRules: v.optional(
      v.pipe(
        v.array(customRuleSchema),
        v.maxLength(500),
        v.description('Rules of your own, beside the ones built in.'),
      ),
    ),
  }),
  v.title('keyscan configuration'),
  v.description(
    'keyscan.config.json, .jsonc, .yaml or .toml at the top of a repository, or "keyscan" in its package.json.',
  ),
);

export type ConfigFile = v.InferOutput<typeof configSchema>;
