import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { today } from '../../src/cli/today.ts';
import { scanReport } from '../../src/index.ts';
import { ignoresFile } from '../../src/triage/ignore-entry.ts';
import { TestRepository } from '../support/git.ts';
import { key } from '../support/history.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

// At any time it is another day in one of them than in UTC.
test.each(['Etc/GMT+12', 'Etc/GMT-14'])(
  'an entry holds to the end of its last day where the user is: %s',
  async (there) => {
    process.env['TZ'] = there;
    const { folder } = TestRepository.create({ 'a.txt': `${key(1)}\n` });
    const scan = () => scanReport({ cwd: folder, rules: ['digitalocean-access-token'], jobs: 1 });
    const [found] = (await scan()).findings;
    TestRepository.at(folder).write({ [ignoresFile]: '' });
    const entry = { rule: found?.ruleId, fingerprint: found?.fingerprint, reason: 'x' };
    const foundUntil = async (expires: string) => {
      writeFileSync(join(folder, ignoresFile), `${JSON.stringify({ ...entry, expires })}\n`);
      return (await scan()).findings.length;
    };
    const before = new Date(`${today()}T12:00:00Z`);
    before.setUTCDate(before.getUTCDate() - 1);
    expect(await foundUntil(today())).toBe(0);
    expect(await foundUntil(before.toISOString().slice(0, 10))).toBe(1);
  },
);
