/** Names of things that hold headers of requests. */
const holders = /(?:^|[a-z_-])headers?(?:init)?$/i;

/** Headers that carry a credential, however they are given. */
const credentials = /^(?:proxy-)?authorization$|^(?:x-)?(?:[a-z0-9]+-)*api-?key$|^x-(?:[a-z0-9]+-)*(?:token|secret)$/i;

/** Functions that take a header's name and its value. */
const setters = /(?:^|\.)(?:setRequestHeader|setHeader|header|(?:[Hh]eaders?(?:\(\))?)\.(?:set|append))$/;

/** True for a name under which headers are given: `headers`, `defaultHeaders`, `HeadersInit`. */
export const holdsHeaders = (name: string): boolean => holders.test(name);

/** True for the name of a header that carries a credential. */
export const isCredentialHeader = (name: string): boolean => credentials.test(name);

/** True for a function whose second argument is the value of the header that its first names. */
export const setsHeader = (callee: string): boolean => setters.test(callee);
