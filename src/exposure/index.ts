/** The door of the room that knows who can see what a project holds. */
export { decideExposure } from './decide.ts';
export { type AppFacts, clientEdges, describeApps, describeModule, type Edge, type ModuleFacts } from './describe.ts';
export type { Project } from './project.ts';
