const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 1,
  k: 1024,
  m: 1024 ** 2,
  g: 1024 ** 3,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
  kb: 1000,
  mb: 1000 ** 2,
  gb: 1000 ** 3,
};

/**
 * Bytes that a text or number stands for: `500`, `10MB` (10,000,000), `10MiB` or `10M` (10,485,760). 0 is no limit.
 * @returns null where it is no size
 */
export function parseSize(given: string | number): number | null {
  const match = /^(\d{1,15}(?:\.\d{1,6})?)\s?([A-Za-z]{0,3})$/.exec(String(given));
  const unit = match && units[(match[2] ?? '').toLowerCase()];
  if (!match || unit === undefined || unit === null) return null;
  const bytes = Math.floor(Number(match[1]) * unit);
  return Number.isSafeInteger(bytes) ? bytes : null;
}
