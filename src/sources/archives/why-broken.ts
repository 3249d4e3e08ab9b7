/** What is wrong with an archive: a code or one of few texts, never anything of its content. */
export function whyBroken(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code?.startsWith('Z_')) return `cannot be unpacked (${code})`;
  if (code === 'ERR_BUFFER_TOO_LARGE') return 'holds more than it states';
  if (message === 'unexpected end of file' || message === 'cut short' || /truncated/i.test(message ?? ''))
    return 'cut short';
  return 'its structure is broken';
}
