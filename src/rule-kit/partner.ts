import type { Partner } from '../model/index.ts';
import { AFTER_NAME } from './pattern.ts';

const joint = AFTER_NAME.replace(/\$$/, '');

/**
 * The id of an OAuth client, by its name and shape: the public half of a client secret.
 * @param shape source of a pattern of the whole id
 */
export const clientId = (shape: string): Partner => ({
  what: 'the client id',
  pattern: new RegExp(
    `(?:client|app|application|consumer)[-_ ]?(?:id|key)${joint}(?<id>${shape})(?![0-9A-Za-z_-])`,
    'i',
  ),
});
