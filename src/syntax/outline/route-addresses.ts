/** Addresses of routes as servers write them, in one form: `[id]` for any segment, `[...rest]` for any number of them. */
export const addressesOf = (texts: readonly string[]): string[] =>
  texts
    .filter((text) => text === '' || text === '*' || (/^\/|^\*/.test(text) && !/\s/.test(text)))
    .map((text) =>
      text
        .replace(/\/\{\*\w*\}|\/\*\w*|^\*|\{\/\*\w*\}|\/\(\.\*\)/g, '/[...rest]')
        .replace(/:(\w+)(?:\([^()]*\)|\{[^{}]*\})?\??/g, '[$1]')
        .replace(/\{(\w+)[?*]?\}/g, '[$1]')
        .replace(/\/$/, ''),
    );

/** Parts of an address, one below the other. */
export const joinedAddress = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.replace(/\/$/, ''))
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('/') ? part : `/${part}`))
    .join('');
