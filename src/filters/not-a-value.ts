import { valuelessRoles } from '../model/index.ts';
import type { Filter } from './filter.ts';

/** Stands where a program holds no value: an import, a key, a type, a class name. */
export const notAValue: Filter = ({ site }) => (site && valuelessRoles.has(site.role) ? 'not-a-value' : undefined);
