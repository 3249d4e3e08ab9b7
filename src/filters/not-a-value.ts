import { type Rule, valuelessRoles } from '../model/index.ts';
import type { Filter } from './filter.ts';

/** Names that minifiers give: `t('…')` of a bundle is no translation. */
const mangled = /^[\w$]{1,2}$/;

/** Stands where a program holds no value: an import, a key, a type, a class name. */
export const notAValue: Filter = ({ site, rule }) =>
  site && !rule.design && valuelessRoles.has(site.role) && !(hasOwnShape(rule) && mangled.test(site.call?.callee ?? ''))
    ? 'not-a-value'
    : undefined;

/** A key that is known by its own form is one whatever a function of such a name is given. */
const hasOwnShape = (rule: Rule): boolean => rule.kind === 'pattern' && rule.broad !== true;
