/** The kit's one door: all that a rule file may use. */
export * from '../lexicon/index.ts';
export * from './alphabets.ts';
export * from './base64.ts';
export * from './checksum.ts';
export * from './credential-name.ts';
export * from './credential-value.ts';
export * from './define-rule.ts';
export * from './fake.ts';
export * from './head.ts';
export * from './judge.ts';
export * from './jwt.ts';
export * from './leak.ts';
export * from './nearest.ts';
export * from './pattern.ts';
export * from './program-text.ts';
export * from './shape.ts';
