export * from './ignore-entry.ts';
export * from './ignore-lines.ts';
export * from './inline.ts';
export * from './levels.ts';
export * from './match-ignore.ts';
export * from './override.ts';
