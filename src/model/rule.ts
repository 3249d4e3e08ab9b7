import type { ExposureKind } from './finding.ts';
import type { Confidence, Judgement, Severity } from './judgement.ts';
import type { FlagSite, LiteralSite } from './literal-site.ts';
import type { GitState } from './source.ts';

/** An example text with the place of the secret in it (UTF-16 units of `text`). */
export interface Leak {
  readonly text: string;
  readonly secret: string;
  readonly start: number;
  /** The file the example stands in; its ending decides how it is read. Default: a plain text file. */
  readonly path?: string;
}

/** A text a rule must leave alone; with a path where the ending matters. */
export type Clean = string | { readonly text: string; readonly path: string };

export interface Examples {
  readonly leaks: readonly [Leak, ...Leak[]];
  readonly clean: readonly [Clean, ...Clean[]];
  /** The embeddings of the law in which these leaks make no sense (a whole-file rule, a multi-line value). */
  readonly notIn?: readonly string[];
}

/** The public half of a pair: an account, a client, an application. */
export interface Partner {
  /** What it is, with its article: `the client id`. */
  readonly what: string;
  /** Finds it as the group `id`. No flag `g`. */
  readonly pattern: RegExp;
  /** How far from the secret it may stand. Default 400 bytes. */
  readonly bytes?: number;
  /** Id of the rule that finds it where it stands alone: beside its secret it is no finding of its own. */
  readonly rule?: string;
}

/** Severities by exposure, for constructs that are a leak only where they run; what is not named keeps the rule's own. */
export type SeverityBy = Partial<Readonly<Record<ExposureKind, Severity | 'none'>>>;

/** What every rule says of itself. Text output, SARIF help, `keyscan explain` and `docs/rules` are made from it. */
export interface RuleFacts {
  /** Vendor first, kebab-case, the thing that leaked, no verb. Public: stands in ignore entries and SARIF. */
  readonly id: string;
  /** Ids this rule had before. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly severity: Severity;
  /** What a bare match is worth, before evidence. Default `high`. */
  readonly confidence?: Confidence;
  /** What the holder of the secret can do. One or two sentences. */
  readonly description: string;
  /** Where and how to revoke or rotate it. One or two sentences, an instruction. */
  readonly remediation: string;
  /** https addresses of the vendor's documentation. */
  readonly references: readonly [string, ...string[]];
  /** Names of the environment variables the vendor's own SDK reads, best first. */
  readonly environment?: readonly string[];
  /** Ids of rules whose candidates on the same text yield to this one. */
  readonly supersedes?: readonly string[];
  /** Applies only to paths that match. Default: everywhere. */
  readonly paths?: RegExp;
  /** The match is no value but a construct by which values leak, or the name of one: what holds of values only is not asked. */
  readonly design?: true;
  /** How severe it is for who can see it; `none`: no finding. Default: the rule's severity, one level more for `client`. */
  readonly severityBy?: SeverityBy;
  /** The half of the credential that is no secret: found near the other half, it makes the finding surer. */
  readonly partner?: Partner;
  /** Computed on first use only: examples cost nothing at start-up. */
  readonly examples: () => Examples;
}

/** What a rule's own check gets to see of a match. */
export interface Match {
  readonly secret: string;
  /** Named groups of the pattern. */
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** The text around the match, one character a byte. */
  readonly window: string;
  /** Where the secret starts in `window`. */
  readonly at: number;
  readonly path: string;
  /** True where one of the words stands within `bytes` of the secret, in any case. Default: the whole window. */
  near(words: readonly string[], bytes?: number): boolean;
}

/** Finds a shape: a constant prefix or marker, and what follows. */
export interface PatternRule extends RuleFacts {
  readonly kind: 'pattern';
  /** Literal texts of three ASCII characters or more, one of which stands in every match. `i:` before: in any case. */
  readonly anchors: readonly [string, ...string[]];
  /** One group named `secret`, no `g`; `u` not needed. Runs in a window of one character a byte. */
  readonly pattern: RegExp;
  /** Bytes around the anchor the pattern needs. Default 128 before and 512 after. */
  readonly reach?: { readonly before?: number; readonly after?: number };
  /** Words one of which must stand near the secret (in any case); for shapes that many vendors share. */
  readonly near?: { readonly words: readonly [string, ...string[]]; readonly bytes?: number };
  /** May run on binary contents too: a prefix with a checksum or a long fixed length. */
  readonly binary?: boolean;
  readonly judge?: (match: Match) => Judgement;
  /** A structure that any vendor may use, not one vendor's own: yields to every vendor's rule on the same text. */
  readonly broad?: boolean;
  /** False for values that people choose: the placeholder and variety filters of random keys do not apply. */
  readonly random?: boolean;
}

/** A value that only its name or its neighbours tell: `datadog_api_key:` and 32 hexadecimal digits. */
export interface NamedRule extends RuleFacts {
  readonly kind: 'named';
  /**
   * Lower-case words of the vendor, at least one of which stands in the name or near the value. `=` before: a common
   * word, which counts only as a whole word of a name that has no other word of its own.
   */
  readonly words: readonly [string, ...string[]];
  /** Words that must stand in the name itself, beside the vendor's. Default: any word that means a credential. */
  readonly names?: RegExp;
  /** True where the vendor gives values of the same shape that are no secret: what `names` does not take is none. */
  readonly strict?: boolean;
  /** Words to look for in names beside those that mean a credential, where the vendor's name has none of them. */
  readonly anchors?: readonly string[];
  /** The whole value. Anchored at both ends. */
  readonly value: RegExp;
  /** Whether a word near the value (not in its name) is enough. Default true. */
  readonly neighbours?: boolean;
  readonly judge?: (match: Match) => Judgement;
}

/** One assignment of a literal to a name, in any language or format. */
export interface Assignment {
  readonly name: string;
  readonly value: string;
  readonly quoted: boolean;
  /** How name and value are joined: `=`, `:`, `"name", "value"`, `name("value")`, `<name>value</name>`, … */
  readonly operator:
    | 'assign'
    | 'colon'
    | 'comma'
    | 'call'
    | 'element'
    | 'space'
    | 'flag'
    | 'compare'
    | 'fallback'
    | 'entry';
  readonly path: string;
  /** The text around it, one character a byte. */
  readonly window: string;
  readonly at: number;
}

/** Secrets without a vendor: a telling name is given a literal value. */
export interface GenericRule extends RuleFacts {
  readonly kind: 'generic';
  readonly judge: (assignment: Assignment) => Judgement;
}

/** Sees strings of a program after folding. */
export interface SyntaxRule extends RuleFacts {
  readonly kind: 'syntax';
  /** Literal texts one of which stands in every file the rule can match: the file is parsed only then. */
  readonly anchors: readonly [string, ...string[]];
  /**
   * A cheap look at a text with an anchor, one character a byte: false where parsing it could not make the rule match,
   * undefined where only the whole text can tell.
   */
  readonly mayMatch?: (text: string) => boolean | undefined;
  /** Bytes around an anchor that `mayMatch` needs. Default: it is shown the whole text. */
  readonly reach?: { readonly before: number; readonly after: number };
  /** @param path of the file it stands in, with `/` */
  readonly literal?: (site: LiteralSite, path: string) => Judgement | undefined;
  readonly flag?: (site: FlagSite) => Judgement | undefined;
  /** Tells by a name alone, of no vendor: yields to every other rule on the same text. */
  readonly broad?: boolean;
}

/** A file that must not be committed, whatever it holds. */
export interface PathRule extends RuleFacts {
  readonly kind: 'path';
  readonly paths: RegExp;
  /** States of git in which the file is a finding. Default: tracked and staged. */
  readonly when?: readonly GitState[];
  /** Looks into the file; says what it holds, or nothing where the file is harmless. */
  readonly judge: (content: { readonly text: string; readonly path: string }) => Judgement;
}

/** Sees a whole project: what is inlined, what ships. */
export interface ProjectRule extends RuleFacts {
  readonly kind: 'project';
  readonly anchors: readonly [string, ...string[]];
  /** False for values that people choose: nothing of them is shown. */
  readonly random?: boolean;
}

export type Rule = PatternRule | NamedRule | GenericRule | SyntaxRule | PathRule | ProjectRule;
export type RuleKind = Rule['kind'];

/** What must be known of a rule before it is needed. The rest is loaded when one of its anchors or words is met. */
export interface RuleHead {
  readonly id: string;
  readonly kind: RuleKind;
  readonly aliases: readonly string[];
  readonly anchors: readonly string[];
  readonly reach: { readonly before?: number; readonly after?: number };
  readonly binary: boolean;
  /** True where a text that holds an anchor and no more may be the first piece of a key. */
  readonly opens: boolean;
  readonly words: readonly string[];
  readonly severityBy?: SeverityBy;
  /** Of a path rule: the files it is about. */
  readonly paths?: RegExp;
  load(): Rule;
}
