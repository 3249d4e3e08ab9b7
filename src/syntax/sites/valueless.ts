import type { LiteralRole } from '../../model/index.ts';
import { own } from '../own.ts';

/** Functions whose first argument is text that is no value: by their name, their last two names, or (`.name`) as a method. */
const byCallee: Readonly<Record<string, LiteralRole>> = {
  require: 'import',
  import: 'import',
  'require.resolve': 'import',
  'jest.mock': 'import',
  'vi.mock': 'import',
  'jest.unmock': 'import',
  importScripts: 'import',
  describe: 'test-title',
  it: 'test-title',
  test: 'test-title',
  suite: 'test-title',
  context: 'test-title',
  specify: 'test-title',
  bench: 'test-title',
  'test.each': 'test-title',
  'test.step': 'test-title',
  '.on': 'event',
  '.once': 'event',
  '.off': 'event',
  '.emit': 'event',
  '.addListener': 'event',
  '.removeListener': 'event',
  '.addEventListener': 'event',
  '.removeEventListener': 'event',
  '.dispatchEvent': 'event',
  Event: 'event',
  CustomEvent: 'event',
  '.querySelector': 'selector',
  '.querySelectorAll': 'selector',
  '.getElementById': 'selector',
  '.getElementsByClassName': 'selector',
  '.closest': 'selector',
  '.matches': 'selector',
  '.locator': 'selector',
  '.getByTestId': 'selector',
  '.getByText': 'selector',
  '.getByRole': 'selector',
  $: 'selector',
  $$: 'selector',
  jQuery: 'selector',
  RegExp: 'regex',
  t: 'key',
  $t: 'key',
  gettext: 'key',
  'i18n.t': 'key',
  'i18next.t': 'key',
  '.hasOwnProperty': 'key',
  'Object.hasOwn': 'key',
  '.getAttribute': 'key',
  '.removeAttribute': 'key',
  '.hasAttribute': 'key',
  '.getItem': 'key',
  '.removeItem': 'key',
  Symbol: 'key',
};

/** Functions all of whose arguments are such texts. */
const allArguments: Readonly<Record<string, LiteralRole>> = {
  clsx: 'class-name',
  classnames: 'class-name',
  classNames: 'class-name',
  cx: 'class-name',
  cva: 'class-name',
  twMerge: 'class-name',
  'classList.add': 'class-name',
  'classList.remove': 'class-name',
  'classList.toggle': 'class-name',
  '.addClass': 'class-name',
  '.removeClass': 'class-name',
  Error: 'error-text',
  TypeError: 'error-text',
  RangeError: 'error-text',
  invariant: 'error-text',
  assert: 'error-text',
  'console.log': 'error-text',
  'console.error': 'error-text',
  'console.warn': 'error-text',
  'console.info': 'error-text',
  'console.debug': 'error-text',
};

/** The ways a function may stand in the tables. */
function keysOf(name: string): string[] {
  const parts = name.split('.');
  if (parts.length < 2) return [name];
  return [name, parts.slice(-2).join('.'), `.${parts.at(-1)}`];
}

const modifiers = /\.(?:only|skip|todo|concurrent|sequential|fails|each\(\)|skipIf\(\)|runIf\(\))$/;

/** The role an argument has because of the function it is given to; undefined for an ordinary argument. */
export function roleByCallee(name: string, argument: number): LiteralRole | undefined {
  const plain = name.replace(modifiers, '');
  for (const key of keysOf(plain)) {
    const role = own(allArguments, key) ?? (argument === 0 ? own(byCallee, key) : undefined);
    if (role) return role;
  }
  return /(?:Error|Exception)$/.test(plain) ? 'error-text' : undefined;
}

const attributes: Readonly<Record<string, LiteralRole>> = {
  class: 'class-name',
  className: 'class-name',
  id: 'markup',
  htmlFor: 'markup',
  for: 'markup',
  d: 'markup',
  points: 'markup',
  viewBox: 'markup',
  integrity: 'markup',
  style: 'markup',
  transform: 'markup',
  xmlns: 'markup',
  role: 'markup',
  alt: 'markup',
  title: 'markup',
  'data-testid': 'selector',
  i18nKey: 'key',
};

/** The role of the value of an attribute in markup. */
export const roleByAttribute = (name: string): LiteralRole =>
  own(attributes, name) ?? (name.startsWith('aria-') ? 'markup' : 'attribute');

/** Options whose value is no value of the program, whatever they are given to. */
const options: Readonly<Record<string, LiteralRole>> = {
  className: 'class-name',
  selector: 'selector',
  templateUrl: 'import',
  styleUrl: 'import',
  integrity: 'markup',
  viewBox: 'markup',
};

export const roleByOption = (name: string): LiteralRole => own(options, name) ?? 'property';
