/** The one door of the room that understands programs. The compiler is loaded by the first program that is read. */
export type { Budget } from './budget.ts';
export type { ModuleReader } from './modules/modules.ts';
export { readPieces } from './read-pieces.ts';
export { type Program, type ReadOptions, readProgram } from './read-program.ts';
export { isProgram } from './regions/index.ts';
