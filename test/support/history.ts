import type { ScanSettings } from '../../src/config/settings.ts';
import { fingerprintOf } from '../../src/detect/fingerprint.ts';
import type { Finding, Report } from '../../src/model/index.ts';
import { fake, hex } from '../../src/rule-kit/index.ts';
import { run } from '../../src/scan.ts';

/** A key of one vendor: the same for the same number. */
export const key = (number: number): string => `dop_v1_${fake(hex, 64, number + 1000)}`;

/** The rules that histories of tests are scanned with. */
const rules = ['digitalocean-access-token', 'dotenv-file'];

export type HistoryMode = Omit<Extract<ScanSettings['mode'], { kind: 'history' }>, 'kind' | 'roots'> & {
  readonly roots?: readonly string[];
};

/** Scans the history of the repository that a folder lies in, in this thread. */
export function scanHistory(
  cwd: string,
  { roots = ['.'], ...mode }: HistoryMode = {},
  more: Partial<ScanSettings> = {},
): Promise<Report> {
  const settings: ScanSettings = {
    cwd,
    mode: { kind: 'history', roots, ...mode },
    include: [],
    exclude: [],
    includeMustSelect: false,
    rules: { only: rules, disabled: [] },
    confidence: 'low',
    severity: 'note',
    failOn: 'note',
    jobs: 1,
    ignore: { noIgnore: false, inline: true },
    submodules: false,
    syntax: true,
    exposure: false,
    cache: false,
    showPublic: false,
    listHeld: true,
    ignores: [],
    customRules: [],
    perPath: [],
    ...more,
  };
  return run(settings, { version: '0.0.0' });
}

/** The number of the key that a finding is of, going by its fingerprint. */
export function numberOf({ fingerprint }: Finding, most: number): number {
  for (let number = 0; number <= most; number++) if (fingerprintOf(key(number)) === fingerprint) return number;
  return -1;
}
