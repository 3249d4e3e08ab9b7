import type { GenericRule, NamedRule, PathRule, PatternRule, ProjectRule, Rule, SyntaxRule } from '../model/index.ts';

type WithoutKind<R extends Rule> = Omit<R, 'kind'>;

/** Declares a rule that finds a shape. */
export const defineRule = (rule: WithoutKind<PatternRule>): PatternRule => ({ kind: 'pattern', ...rule });

/** Declares a rule for values that only their name or neighbours tell. */
export const defineNamedRule = (rule: WithoutKind<NamedRule>): NamedRule => ({ kind: 'named', ...rule });

/** Declares a rule for a telling name that is given a literal value. */
export const defineGenericRule = (rule: WithoutKind<GenericRule>): GenericRule => ({ kind: 'generic', ...rule });

/** Declares a rule on strings of a program. */
export const defineSyntaxRule = (rule: WithoutKind<SyntaxRule>): SyntaxRule => ({ kind: 'syntax', ...rule });

/** Declares a rule on a file as such. */
export const definePathRule = (rule: WithoutKind<PathRule>): PathRule => ({ kind: 'path', ...rule });

/** Declares a rule on a project as a whole. */
export const defineProjectRule = (rule: WithoutKind<ProjectRule>): ProjectRule => ({ kind: 'project', ...rule });
