/** The door of the room that knows who can see what a project holds. */
export { decideExposure } from './decide.ts';
export type { Project } from './project.ts';
