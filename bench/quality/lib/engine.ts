/** What the measurement needs of keyscan's inside. */
export { rules } from '../../../rules/index.ts';
export { Detector } from '../../../src/detect/detect.ts';
export { compileRules } from '../../../src/detect/ruleset.ts';
export { Inspector } from '../../../src/inspect.ts';
