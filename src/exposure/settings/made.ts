import type { Setting } from '../../syntax/outline/index.ts';
import type { At, Follower } from './follow.ts';
import { partsInJson, partsOf, variableOf } from './parts.ts';

const mostDepth = 16;

/** What a value is made of: the texts that stand in programs, and the variables of the environment. */
export interface Made {
  readonly texts: readonly { readonly path: string; readonly start: number; readonly end: number }[];
  readonly variables: readonly string[];
}

/**
 * All that a value may be made of, through names, modules and calls.
 * @param asJson whether JSON is made of it
 */
export function madeOf(at: At, follower: Follower, asJson = false): Made {
  const texts: Made['texts'][number][] = [];
  const variables = new Set<string>();
  const seen = new Set<Setting>();
  const visit = ({ path, setting }: At, depth: number): void => {
    if (depth > mostDepth || seen.has(setting)) return;
    seen.add(setting);
    const variable = variableOf(setting);
    if (variable !== undefined) variables.add(variable);
    if (setting.kind === 'text') texts.push({ path, start: setting.start, end: setting.end });
    else if (setting.kind === 'name' || setting.kind === 'module')
      for (const each of follower
        .open({ path, setting }, depth + 1)
        .filter(({ setting: { kind } }) => !asJson || kind !== 'function'))
        visit(each, depth + 1);
    else {
      for (const each of setting.kind === 'call' ? follower.open({ path, setting }, depth + 1) : [])
        if (each.setting !== setting) visit(each, depth + 1);
      for (const inner of asJson ? partsInJson(setting) : partsOf(setting)) visit({ path, setting: inner }, depth + 1);
    }
  };
  visit(at, 0);
  return { texts, variables: [...variables] };
}
