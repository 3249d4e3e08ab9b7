import type { RuleInfo } from '../model/index.ts';
import { visible } from '../text/index.ts';
import { say } from './words.ts';

/** The parts of an explanation, the same for every format. */
interface Explanation {
  readonly title: string;
  readonly facts: string;
  readonly about: string;
  readonly steps: readonly string[];
  readonly accept: readonly string[];
  readonly references: readonly string[];
}

const oneLine = (text: string): string => visible(text.trim().replace(/\s+/g, ' '));

function parts(rule: RuleInfo): Explanation {
  const [variable, ...others] = rule.environment.map(oneLine);
  const isPublic = rule.severity === 'note';
  return {
    title: oneLine(rule.title),
    facts: `${oneLine(rule.id)} · ${rule.severity}`,
    about: oneLine(rule.description),
    steps: isPublic
      ? [say({ kind: 'restrict', how: rule.remediation })]
      : [
          say({ kind: 'rotate', how: rule.remediation }),
          say({ kind: 'environment', ...(variable === undefined ? {} : { variable }) }) +
            (others.length > 0 ? ` Also read: ${others.join(', ')}.` : ''),
          'Rewriting history does not undo a leak that was pushed: rotate first, then tidy up with git filter-repo.',
        ],
    accept: ['keyscan ignore FINGERPRINT --reason "why it is harmless"', `keyscan:allow ${oneLine(rule.id)} -- why`],
    references: rule.references.filter((reference) => /^https:\/\/[!-;=?-~]+$/.test(reference)),
  };
}

const formats = {
  text: ({ title, facts, about, steps, accept: [command, comment], references }: Explanation): string =>
    `${[
      title,
      facts,
      '',
      about,
      '',
      'What to do',
      ...steps.map((step, index) => `  ${index + 1}. ${step}`),
      '',
      'If it is meant to be there',
      `  once: ${command}`,
      `  on its line, in a comment: ${comment}`,
      ...(references.length > 0 ? ['', 'Read more', ...references.map((reference) => `  ${reference}`)] : []),
    ].join('\n')}\n`,
  markdown: ({ title, facts, about, steps, accept: [command, comment], references }: Explanation): string =>
    `${[
      `# ${markdown(title)}`,
      '',
      markdown(facts),
      '',
      markdown(about),
      '',
      '## What to do',
      '',
      ...steps.map((step, index) => `${index + 1}. ${markdown(step)}`),
      '',
      '## If it is meant to be there',
      '',
      `Once: ${code(command)}. On its line, in a comment: ${code(comment)}.`,
      ...(references.length > 0 ? ['', '## Read more', '', ...references.map((link) => `- <${link}>`)] : []),
    ].join('\n')}\n`,
} as const;

/** A code span, whatever the text holds. */
const code = (text = ''): string => `\`${text.replaceAll('`', "'")}\``;

/** Signs that mean something to Markdown within a line; a rule's own code spans stay. */
const markdown = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\`*_[\]<>|#~]/g, '\\$&')))
    .join('');

/**
 * All that keyscan says about a rule: what leaks, what to do, how to accept it, where to read more.
 * @returns several lines, ending with a newline; safe to print
 */
export const explain = (rule: RuleInfo, format: keyof typeof formats = 'text'): string => formats[format](parts(rule));
