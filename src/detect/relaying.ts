import type { CallSite, LiteralSite, SyntaxRule } from '../model/index.ts';
import { b62, fake } from '../rule-kit/index.ts';
import type { Program } from '../syntax/index.ts';

/** The rules that would report a value which other files give to a package through a program. */
export function relayingRules(rules: readonly SyntaxRule[], program: Program): readonly string[] {
  const { calls = [], modules = [] } = program.relays ?? {};
  const text = fake(b62, 40, 1);
  const imports = modules.map((module) => `import '${module}'; '${text}'`);
  return rules
    .filter(
      (rule) => calls.some((call) => takes(rule, call, text)) || imports.some((line) => rule.mayMatch?.(line) ?? false),
    )
    .map(({ id }) => id);
}

/** Whether a rule would report a key that is handed to a call. */
function takes(rule: SyntaxRule, call: CallSite, text: string): boolean {
  const site: LiteralSite = { text, span: { start: 0, end: 0 }, role: 'argument', call, built: { kind: 'literal' } };
  const judgement = rule.literal?.(site, '');
  return judgement !== undefined && judgement.kind !== 'held';
}
