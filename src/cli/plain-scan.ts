/**
 * All that a plain scan needs, as one chunk of the built program: many small ones would each cost the start some time.
 */
export { interpret } from './interpret.ts';
export { parseFast } from './parse-fast.ts';
export { scanCommand } from './scan-command.ts';
