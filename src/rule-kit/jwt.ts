/** The JSON object a base64 or base64url text holds; undefined where it holds none. */
export function decodeJson(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Header and claims of a JWT (RFC 7519); undefined where the text is none. The signature is not checked. */
export function decodeJwt(
  token: string,
): { header: Readonly<Record<string, unknown>>; claims: Readonly<Record<string, unknown>> } | undefined {
  const [first = '', second = ''] = token.split('.');
  const header = decodeJson(first);
  const claims = decodeJson(second);
  return header && claims && typeof header['alg'] === 'string' ? { header, claims } : undefined;
}
