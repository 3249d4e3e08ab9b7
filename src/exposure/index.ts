/** The door of the room that knows who can see what a project holds. */
export { decideExposure } from './decide.ts';
export { type AppFacts, clientEdges, describeApps, describeModule, type Edge, type ModuleFacts } from './describe.ts';
export { isDockerfile } from './docker/dockerfile.ts';
export { dockerIgnores, patternOf } from './docker/dockerignore.ts';
export { type Holds, Image } from './docker/image.ts';
export type { Project } from './project.ts';
