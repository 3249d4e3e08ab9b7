import type { ScanSettings } from './config/settings.ts';
import { quotesSecret } from './detect/fingerprint.ts';
import type { Finding, Report, Rule, RuleHead, RuleInfo, Scope, Skip, SuppressionReason } from './model/index.ts';
import { isFailure } from './model/index.ts';
import { addCount } from './pool/inspect-items.ts';
import type { Batch } from './pool/messages.ts';
import { atLeast } from './triage/levels.ts';
import { matchIgnore } from './triage/match-ignore.ts';
import { overrideFor } from './triage/override.ts';

/** Gathers what became of all contents, applies what the user set, and makes the report: the same whatever the threads. */
export class Tally {
  files = 0;
  bytes = 0;
  readonly #settings: ScanSettings;
  readonly #overrideOf: ReturnType<typeof overrideFor>;
  readonly #rules: ReadonlyMap<string, Rule | RuleHead>;
  readonly #scope: Scope;
  readonly #version: string;
  readonly #findings: Finding[] = [];
  readonly #suppressed: Finding[] = [];
  readonly #failures: Skip[] = [];
  readonly #skips: Skip[] = [];
  readonly #held: Record<string, number> = {};
  readonly #skipped: Record<string, number> = {};

  constructor(settings: ScanSettings, rules: readonly (Rule | RuleHead)[], scope: Scope, version: string) {
    this.#settings = settings;
    this.#overrideOf = overrideFor(settings.perPath);
    this.#rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.#scope = scope;
    this.#version = version;
  }

  add(batch: Batch): void {
    this.files += batch.files;
    this.bytes += batch.bytes;
    for (const found of batch.findings) {
      const finding = this.judge(found);
      (finding.suppressed ? this.#suppressed : this.#findings).push(finding);
    }
    this.#suppressed.push(...batch.suppressed);
    for (const [reason, count] of Object.entries(batch.held)) addCount(this.#held, reason, count);
    for (const skip of batch.skips) {
      if (isFailure(skip)) this.#failures.push(skip);
      else {
        addCount(this.#skipped, skip.reason, 1);
        if (this.#settings.listHeld) this.#skips.push(skip);
      }
    }
  }

  /**
   * The finding with the severity of its path, and with the reason where the user set it aside: rules off there, entries,
   * levels. To judge it again changes nothing.
   */
  judge(found: Finding): Finding {
    if (found.suppressed) return found;
    const override = this.#overrideOf(found.provenance.path);
    const finding = override?.severity ? { ...found, severity: override.severity } : found;
    const aside = (reason: SuppressionReason, detail?: string): Finding => ({
      ...finding,
      suppressed: { reason, ...(detail === undefined ? {} : { detail }) },
    });
    if (override?.disable?.includes(finding.ruleId)) return aside('path', 'the rule is off for this path');
    const entry = matchIgnore(finding, this.#settings.ignores, (id) => this.#rules.get(id)?.aliases ?? []);
    if (entry) return aside('ignore-entry', quotesSecret(entry.reason, found.fingerprint) ? undefined : entry.reason);
    const isPublic = finding.severity === 'note' && this.#settings.showPublic;
    const isLow = !atLeast(finding.severity, this.#settings.severity);
    return !isPublic && isLow ? aside('low-severity') : finding;
  }

  /** The rules that findings name. */
  #named(): RuleInfo[] {
    const ids = new Set([...this.#findings, ...this.#suppressed].map(({ ruleId }) => ruleId));
    return [...this.#rules.values()]
      .filter(({ id }) => ids.has(id))
      .map((rule) => infoOf('load' in rule ? rule.load() : rule));
  }

  /** @param interrupted true where the scan was stopped before its end */
  report(interrupted: boolean): Report {
    const skips = [...this.#failures, ...this.#skips].sort(
      (a, b) => compare(a.path, b.path) || compare(a.reason, b.reason),
    );
    return {
      tool: { name: 'keyscan', version: this.#version },
      scope: this.#scope,
      rules: this.#named(),
      findings: this.#findings.sort(byPlace),
      suppressed: this.#suppressed.sort(byPlace),
      skips,
      counts: { files: this.files, bytes: this.bytes, heldBack: sorted(this.#held), skipped: sorted(this.#skipped) },
      complete: !interrupted && this.#failures.length === 0,
    };
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** By path, then place, then rule: the order of every report. */
const byPlace = (a: Finding, b: Finding): number =>
  compare(a.file, b.file) ||
  a.byteOffset - b.byteOffset ||
  compare(a.ruleId, b.ruleId) ||
  compare(a.fingerprint, b.fingerprint);

const sorted = (counts: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => compare(a, b)));

function infoOf(rule: Rule): RuleInfo {
  const { id, title, severity, confidence = 'high', description, remediation, references, environment = [] } = rule;
  return { id, title, severity, confidence, description, remediation, references, environment };
}
