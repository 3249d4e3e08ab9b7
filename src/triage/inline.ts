/** What a comment allows: these rules, or every rule where none is named. */
export interface Allowance {
  readonly rules?: readonly string[];
  readonly reason?: string;
}

/** Longer lines are data or bundles: a comment there speaks for no particular value. UTF-16 units. */
const longestLine = 2_000;

/** How other tools write it. Their rule names are not ours, so these allow every rule. */
const sameLine = [
  'gitleaks:allow',
  'betterleaks:allow',
  'trufflehog:ignore',
  'kingfisher:ignore',
  'pragma: allowlist secret',
  'secretlint-disable-line',
];
const lineBefore = [
  'kingfisher:ignore',
  'pragma: allowlist nextline secret',
  'pragma: allowlist-nextline secret',
  'secretlint-disable-next-line',
];

/** The start of a line that holds a comment and nothing else, in the languages there are; `"//"` is a note in JSON. */
const onlyComment =
  /^\s*(?:\/\/|\/\*|\*|#|<!--|--|;|%|'|\{\/\*|\{\{!|\{#|<%#|\(\*|"(?:\/\/|_?comment|\$comment)"|rem\s|@?REM\s)/i;

/** `keyscan:allow rule-id other-rule -- reason`, up to where the comment ends: what stands behind it is code. */
const own = /(?<![\w-])keyscan:allow(?![\w-])(?<rest>(?:(?!\*\/|-->|--\}\}|\}\}|#\}|%>|\*\))[^\r\n])*)/;
const quoteEnd = /["'],?\s*$/;

/**
 * What a comment on a line, or alone on the line before it, allows.
 * @param line the line the secret starts on, without its end
 * @param before the line before it, empty for the first one
 * @returns nothing where neither allows anything
 */
export function inlineAllowance(line: string, before: string): Allowance | undefined {
  // The commonest answer first: a colon and one of the verbs stand in every spelling, save the last.
  const here = speaks(line) ? allowanceOf(line, sameLine) : undefined;
  if (here) return here;
  // A comment behind code speaks for that code, not for the line that follows.
  return speaks(before) && onlyComment.test(before) ? allowanceOf(before, lineBefore) : undefined;
}

const speaks = (line: string): boolean => line.length <= longestLine && /allow|ignore|disable-/.test(line);

function allowanceOf(line: string, others: readonly string[]): Allowance | undefined {
  const rest = own.exec(line)?.groups?.['rest'];
  if (rest !== undefined) return ownAllowance(rest);
  const spelling = others.find((words) => line.includes(words));
  return spelling === undefined ? undefined : { reason: spelling };
}

function ownAllowance(rest: string): Allowance {
  const [named = '', ...reasons] = rest
    .replace(quoteEnd, '')
    .trimEnd()
    .split(/(?:^|\s)--(?:\s|$)/);
  const rules = named.split(/[\s,]+/).filter((word) => word !== '');
  const reason = reasons.join(' -- ').trim();
  return { ...(rules.length > 0 ? { rules } : {}), ...(reason === '' ? {} : { reason }) };
}

/** True where the allowance is meant for this rule. `ids` are all the rule has had. */
export const allows = (allowance: Allowance, ...ids: readonly string[]): boolean =>
  allowance.rules === undefined || allowance.rules.some((rule) => ids.includes(rule));
