import { expect, test } from 'vitest';
import { scanReport } from '../../src/index.ts';
import { render } from '../../src/report/index.ts';
import { formats } from '../../src/report/options.ts';
import { b62, fake, fakePassword } from '../../src/rule-kit/index.ts';
import { TestRepository } from '../support/git.ts';
import { plainly } from '../support/report.ts';

const half = 9;

test.each([1, 2, 3, 4, 5, 6])('no report holds a value of the project or a form of it (%i)', async (seed) => {
  const values = [
    fake(b62, 32, seed),
    `${fakePassword(seed, 16)}/+"=&`,
    `${fake(b62, 20, seed + 1)} ${fake(b62, 9, seed)}`,
  ];
  const [first = '', second = '', third = ''] = values;
  const encoded = Buffer.from(`user:${second}`).toString('base64');
  const repository = TestRepository.create({ '.gitignore': '.env*\n' });
  repository.write({
    '.env': `SIGNING_SECRET=${first}\nexport DB_PASSWORD='${second}'\nAPI_TOKEN="${third}"\nDEBUG=true\n`,
    'a.js': `const a = "${first}", password = ${JSON.stringify(second)}; // ${third}\nconst b = "${first.slice(0, half)}" + "${first.slice(half)}";\n`,
    'b.log': `GET /?a=${encodeURIComponent(second)} basic ${encoded} ${encodeURIComponent(third)}\n`,
    'c.json': JSON.stringify({ secret: first, all: JSON.stringify({ second, third }) }),
  });
  const report = await scanReport({ cwd: repository.folder, config: false, jobs: 1, confidence: 'low' });
  const places = new Set(report.findings.map(({ file }) => file));
  expect([...places]).toEqual(['a.js', 'b.log', 'c.json']);
  expect(JSON.stringify(report.findings)).toContain('SIGNING_SECRET');
  const forms = values.flatMap((value) => [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
    Buffer.from(value).toString('base64').slice(0, -4),
    value.slice(0, half),
    value.slice(half),
  ]);
  for (const format of formats) {
    const text = render(format, report, plainly({ verbose: true }));
    for (const form of [...forms, encoded])
      expect(text.includes(form), `${format} shows ${form.length} characters`).toBe(false);
  }
});
