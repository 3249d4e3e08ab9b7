/** Registries and the hosts that serve packages to browsers and to Deno. */
const remote =
  /^(?:npm:\/?|jsr:\/?|https?:\/\/(?:(?:cdn\.)?esm\.sh|esm\.run|cdn\.skypack\.dev|unpkg\.com|cdn\.jsdelivr\.net\/npm|deno\.land\/x|jspm\.dev)\/)(?:v\d+\/|stable\/|pin\/)?(?<name>@[\w.-]+\/[\w.-]+|[\w.-]+)(?:@[^/?]*)?(?<rest>\/[^?]*)?/;
/** A file, not a name that a package gives. */
const file = /\.(?:[cm]?[jt]s)$|\/\+esm$/;

/**
 * The name under which a package is known, of an import that says where it lies: `npm:stripe@14`,
 * `https://esm.sh/stripe@14?target=deno`. Any other specifier as it is.
 */
export function packageNamed(specifier: string): string {
  const { name, rest = '' } = remote.exec(specifier)?.groups ?? {};
  return name === undefined ? specifier : `${name}${rest === '/' || file.test(rest) ? '' : rest}`;
}
