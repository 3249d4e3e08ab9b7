/** What a text looks like: words, placeholders, references, regularity. Knows nothing of rules. */
export * from './credential-talk.ts';
export * from './placeholder.ts';
export * from './reference.ts';
export * from './variety.ts';
export * from './words.ts';
