import { decideExposure } from './exposure/index.ts';
import type { Finding, Scope } from './model/index.ts';
import { openProject } from './sources/project.ts';
import { SourceError } from './sources/source-error.ts';

/**
 * Says of findings in files who can see them.
 * @returns the same findings in the same order
 */
export async function expose(
  findings: readonly Finding[],
  scope: Scope,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  try {
    const project = await openProject(scope.top, scope.cwd ?? scope.top, signal);
    return decideExposure(findings, project);
  } catch (error) {
    // What was found stays found, although the files around it could not be listed.
    if (error instanceof SourceError) return findings;
    throw error;
  }
}
