import type { OwnValue } from './own-value.ts';

export type FormKind = 'plain' | 'base64' | 'url' | 'json';

/** A value as it may stand written down. One character a byte. */
export interface Form {
  readonly own: OwnValue;
  readonly kind: FormKind;
  readonly text: string;
}

/** Of a text in base64 that starts `before` bytes earlier: characters that hold bits of what stands before. */
const charactersBefore = [0, 2, 3] as const;

/**
 * What of a value shows in base64 however many bytes stand before it: the characters that hold nothing but its bits.
 * @param before 0, 1 or 2
 */
function inBase64(value: Buffer, before: 0 | 1 | 2): string {
  const text = Buffer.concat([Buffer.alloc(before), value])
    .toString('base64')
    .replace(/(?<!=)=+$/, '');
  // The last character holds bits of what follows, unless the value ends with a group of three bytes.
  return text.slice(charactersBefore[before], (before + value.length) % 3 === 0 ? undefined : -1);
}

/** Every form that a value is searched in. Pieces of strings put together are seen to by whoever compares. */
export function formsOf(own: OwnValue): readonly Form[] {
  const bytes = Buffer.from(own.value);
  const forms = new Map<string, FormKind>([[bytes.toString('latin1'), 'plain']]);
  const add = (text: string, kind: FormKind): void => {
    if (!forms.has(text)) forms.set(text, kind);
  };
  const url = encodeURIComponent(bytes.toString('utf8'));
  add(url, 'url');
  add(
    url.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    'url',
  );
  add(Buffer.from(JSON.stringify(own.value).slice(1, -1)).toString('latin1'), 'json');
  for (const before of [0, 1, 2] as const) {
    const text = inBase64(bytes, before);
    add(text, 'base64');
    add(text.replaceAll('+', '-').replaceAll('/', '_'), 'base64');
  }
  return [...forms].map(([text, kind]) => ({ own, kind, text }));
}
