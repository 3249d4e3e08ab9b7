// Writes schema/config.schema.json from the schema in src/config, so that editors know what a configuration may hold.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = `
  import { jsonSchema } from './src/config/json-schema.ts';
  import { configSchema } from './src/config/schema.ts';
  export const text = JSON.stringify(jsonSchema(configSchema), null, 2) + '\\n';
`;
const root = fileURLToPath(new URL('..', import.meta.url));
const { outputFiles } = await build({
  stdin: { contents: entry, resolveDir: root, loader: 'ts' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const { text } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
writeFileSync(`${root}schema/config.schema.json`, text);
