import { describe, expect, test } from 'vitest';
import { aws } from '../../rules/aws.ts';
import { b32, b64, fake } from '../../src/rule-kit/index.ts';
import { matchRule } from '../support/match-rule.ts';

const idRule = aws.find(({ id }) => id === 'aws-access-key-id') ?? aws[0];
const secretRule = aws.find(({ id }) => id === 'aws-secret-access-key') ?? aws[0];
if (!idRule || !secretRule) throw new Error('the rules on AWS keys are gone');

const secret = `${fake(b64, 36, 1)}0aZ9`;
const id = `AKIA${fake(b32, 16, 3).replace(/^[IJ]/, 'Q')}`;
const judge = (rule: typeof idRule, text: string) =>
  matchRule(rule, text, 'file.txt').map(({ judgement }) => judgement);
const evidenceOf = (judgement: ReturnType<typeof judge>[number] | undefined) =>
  judgement && 'evidence' in judgement ? (judgement.evidence ?? []) : [];

describe('an access key of AWS', () => {
  test('names the account that is written into the id, as published research decodes it', () => {
    // An id that was printed with its account in 2023, backwards, so that no id stands here.
    const printed = [...'LMW7QJ65YQIKGZNQAISA'].reverse().join('');
    expect(evidenceOf(judge(idRule, `id: ${printed}`)[0]).map(({ text }) => text)).toContain(
      'belongs to account 029608264753',
    );
  });

  test('is surer where the secret stands beside the id', () => {
    const weight = (text: string) => evidenceOf(judge(idRule, text)[0]).reduce((sum, { weight }) => sum + weight, 0);
    expect(weight(`id: ${id}`)).toBe(0);
    expect(weight(`id: ${id}\nvalue: ${secret}`)).toBe(1);
    expect(weight(`id: ${id}\n${'# far away\n'.repeat(80)}value: ${secret}`)).toBe(0);
  });

  test('is a secret under any name beside its id, and under a telling name alone', () => {
    expect(judge(secretRule, `${id} ${secret}`)).toHaveLength(1);
    expect(judge(secretRule, `AWS_SECRET_ACCESS_KEY=${secret}`)).toHaveLength(1);
    expect(judge(secretRule, `aws:\n  secret_key: ${secret}`)).toHaveLength(1);
    expect(judge(secretRule, `secret_key: ${secret}`)).toEqual([]);
    expect(judge(secretRule, `AKIA${fake(b32, 9)}EXAMPLE ${secret}`)).toEqual([]);
  });

  test.each(['0', '1', '8', '9'])('has no %s in its id', (digit) => {
    expect(judge(idRule, `AKIA${fake(b32, 15)}${digit}`)).toEqual([]);
  });
});
