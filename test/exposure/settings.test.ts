import { expect, test } from 'vitest';
import { decideExposure } from '../../src/exposure/index.ts';
import type { Finding } from '../../src/model/index.ts';

/** Who can see the first `KEY` of a file of a project. */
function kindOf(files: ReadonlyMap<string, string>, path: string): string {
  const finding = {
    kind: 'finding',
    severity: 'high',
    byteOffset: (files.get(path) ?? '').indexOf('KEY'),
    byteLength: 3,
    exposure: { kind: 'unknown', way: [], reason: '' },
    provenance: { kind: 'file', path },
  } as unknown as Finding;
  const [decided] = decideExposure([finding], { files: [...files.keys()], read: (each) => files.get(each) });
  return decided?.exposure.kind ?? '';
}

const fan = Array.from({ length: 60 }, (_, at) => `const a${at} = { ...a${at + 1}, ...a${at + 1}, b: a${at + 1} };`);
const added = Array.from({ length: 60 }, (_, at) => `c${at} = c${at + 1} + c${at + 1} + c${at + 1};`);

test.each([
  ['tables that fan out', fan.join('\n'), 'a0'],
  ['names that stand for themselves', 'const x = y; const y = { ...x, ...y };', 'x'],
  ['texts that fan out', `let c0;\n${added.join('\n')}`, '{ a: c0 }'],
])('a configuration of %s ends, and what it says otherwise is understood', (_, text, define) => {
  const config = `${text}\nmodule.exports = { entry: './src/index.js', plugins: [new webpack.DefinePlugin({ TOKEN: '"KEY"' }), new webpack.DefinePlugin(${define})] };\n`;
  const files = new Map([
    ['package.json', '{ "devDependencies": { "webpack": "5", "webpack-cli": "6" } }'],
    ['webpack.config.js', config],
    ['src/index.js', 'console.log(TOKEN);\n'],
  ]);
  expect(kindOf(files, 'webpack.config.js')).toBe('client');
});
