import { type MaskedRange, maskSecret, snippetOf } from '../../src/detect/mask.ts';
import type { Finding, Report, RuleInfo } from '../../src/model/index.ts';
import type { RenderOptions } from '../../src/report/index.ts';
import { b62, fake } from '../../src/rule-kit/index.ts';

/** A made-up token that looks like GitHub's. */
export const aSecret = (seed = 1): string => `ghp_${fake(b62, 36, seed)}`;

/** A rule as reports know it. */
export const aRule = (parts: Partial<RuleInfo> = {}): RuleInfo => ({
  id: 'github-classic-token',
  title: 'GitHub personal access token (classic)',
  severity: 'critical',
  description: 'Acts as its owner on every repository the owner can reach.',
  remediation: 'Delete the token under Settings › Developer settings',
  references: ['https://docs.github.com/en/authentication'],
  environment: ['GITHUB_TOKEN', 'GH_TOKEN'],
  ...parts,
});

/** Parts of a finding; `before` and `after` stand around the secret on its line. */
export interface FindingParts extends Partial<Finding> {
  readonly secret?: string;
  readonly before?: string;
  readonly after?: string;
  readonly line?: number;
}

/** A finding as detection makes it: the line masked, no field with the secret. */
export function aFinding(parts: FindingParts = {}): Finding {
  const {
    secret = aSecret(),
    before = "const token = '",
    after = "';",
    line = 12,
    file = 'src/api.ts',
    ...rest
  } = parts;
  const masked: MaskedRange = {
    start: before.length,
    end: before.length + secret.length,
    masked: maskSecret({ secret, prefix: 'ghp_' }),
  };
  return {
    kind: 'finding',
    ruleId: 'github-classic-token',
    title: 'GitHub personal access token (classic)',
    severity: 'critical',
    confidence: 'high',
    evidence: [{ text: 'checksum valid', weight: 1 }],
    file,
    start: { line, column: masked.start + 1 },
    end: { line, column: masked.end + 1 },
    byteOffset: 400,
    byteLength: secret.length,
    snippet: snippetOf(before + secret + after, [masked], 0),
    fingerprint: '0123456789abcdef0123',
    exposure: { kind: 'unknown', way: [], reason: '' },
    provenance: { kind: 'file', path: file },
    related: [],
    ...rest,
  };
}

/** A complete report on a work tree. */
export const aReport = (parts: Partial<Report> = {}): Report => ({
  tool: { name: 'keyscan', version: '1.2.3' },
  scope: { mode: 'files', roots: ['.'], top: '/work/app', inGit: true },
  rules: [aRule()],
  findings: [],
  suppressed: [],
  skips: [],
  counts: { files: 1234, bytes: 5_600_000, heldBack: {}, skipped: {} },
  complete: true,
  ...parts,
});

/** No colour, no terminal. */
export const plainly = (parts: Partial<RenderOptions> = {}): RenderOptions => ({
  colour: false,
  verbose: false,
  quiet: false,
  ...parts,
});
