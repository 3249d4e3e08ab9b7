import {
  bitsAtMost,
  hasPlaceholderShape,
  isEncrypted,
  isPlaceholderWord,
  isReference,
  isRegular,
  placeholderWord,
  wordShare,
} from '../lexicon/index.ts';
import { looksOf, nameKind } from '../rule-kit/index.ts';

const shortest = 8;
const longest = 8 * 1024;
/** A value of fewer bits may stand somewhere by chance. */
const leastBits = 40;
/** Length from which a value may be known as random although its name says nothing. */
const leastNameless = 16;

/** Names of variables that tools put into client code on purpose. */
const publicName =
  /^(?:NEXT_PUBLIC|VITE|REACT_APP|PUBLIC|NUXT_PUBLIC|GATSBY|EXPO_PUBLIC|VUE_APP|STORYBOOK|SNOWPACK_PUBLIC|RAZZLE|PARCEL)_/;
const address = /^[a-z][a-z\d+.-]*:\/\//i;
const addressWithPassword = /^[a-z][a-z\d+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i;
const addressWithKey = /[=/](?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}/;
const harmless =
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^\d[\d.,:/_-]*$|^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?$|^\.{0,2}\/[\w./-]*$/i;

/** True where a value is so much its own that wherever it stands it has been copied: neither short nor guessable. */
export function isSearchable(name: string, value: string): boolean {
  if (value.length < shortest || value.length > longest) return false;
  if (isReference(value) || isEncrypted(value) || hasPlaceholderShape(value) || isPlaceholderWord(value)) return false;
  if (placeholderWord(value) === 'example' || harmless.test(value)) return false;
  if (value.includes('-----BEGIN') && value.includes('PRIVATE KEY')) return true;
  const kind = nameKind(name);
  if (publicName.test(name) && kind !== 'secret' && kind !== 'password') return false;
  if (address.test(value)) return addressWithPassword.test(value) || addressWithKey.test(value);
  if (isRegular(value) || bitsAtMost(value) < leastBits) return false;
  if (kind !== undefined) return wordShare(value) < 0.75 || /\d.*\d|[!@#$%^&*?]/.test(value);
  const looks = looksOf(value);
  return value.length >= leastNameless && 'strength' in looks && looks.strength === 'random';
}
