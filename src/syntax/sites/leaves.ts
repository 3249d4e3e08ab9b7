import type { LiteralRole } from '../../model/index.ts';
import type { TextValue, Value } from '../values/value.ts';
import { holdsHeaders } from './headers.ts';

/** A text in an object, and the way to it. */
export interface Leaf {
  readonly text: TextValue;
  /** `credentials.secretAccessKey`, `keys[]`. */
  readonly path: string;
  readonly name: string;
  readonly role: LiteralRole;
}

const most = 64;
const deepest = 4;

/** Ways to a credential, or to headers: the other texts of an object say nothing in a call. */
const telling =
  /key|token|secret|pass|pwd|auth|cred|cookie|private|cert|pem|dsn|conn|uri|header|sign|salt|iv$|hmac|bearer|license|(?:^|\.)(?:db|datasources?)\.[^\n]{0,100}url$/i;

/** The telling texts of an object or list, some levels deep. */
export function leavesOf(value: Value): Leaf[] {
  const all: Leaf[] = [];
  const visit = (at: Value, path: string, name: string, owner: string, depth: number): void => {
    if (all.length >= most) return;
    if (at.kind === 'text') {
      if (telling.test(path)) all.push({ text: at, path, name, role: holdsHeaders(owner) ? 'header' : 'property' });
    } else if (depth < deepest && at.kind === 'fields')
      for (const [key, values] of at.fields)
        for (const inner of values) visit(inner, path === '' ? key : `${path}.${key}`, key, name, depth + 1);
    else if (depth < deepest && at.kind === 'list')
      for (const values of at.items.slice(0, most))
        for (const inner of values) visit(inner, `${path}[]`, name, owner, depth + 1);
  };
  visit(value, '', '', '', 0);
  return all;
}
