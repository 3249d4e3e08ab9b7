/** What an instruction of a Dockerfile copies from the context. */
export interface Copied {
  /** From 1. */
  readonly line: number;
  readonly instruction: 'COPY' | 'ADD';
  /** As written, options and the target taken away. */
  readonly sources: readonly string[];
}

/** Every `COPY` and `ADD` that takes files of the context, in any stage. */
export function copiesOf(dockerfile: string): readonly Copied[] {
  const goesOn = /^#\s*escape\s*=\s*`/im.test(dockerfile) ? '`' : '\\';
  const lines = dockerfile.split(/\r?\n/);
  const found: Copied[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    let text = lines[index] as string;
    while (text.trimEnd().endsWith(goesOn) && index + 1 < lines.length) {
      const next = lines[++index] as string;
      text = text.trimEnd().slice(0, -1) + (/^\s*#/.test(next) ? goesOn : ` ${next.trim()}`);
    }
    const copied = copiedIn(text, line);
    if (copied) found.push(copied);
  }
  return found;
}

function copiedIn(text: string, line: number): Copied | undefined {
  const [, word = '', rest = ''] = /^\s*(?:ONBUILD\s+)?(COPY|ADD)\s+(.*)$/is.exec(text) ?? [];
  if (word === '' || /(?:^|\s)--from=/.test(rest)) return undefined;
  const body = rest.replace(/^(?:--[\w-]+(?:=\S+)?\s+)*/, '');
  const parts = body.trimStart().startsWith('[') ? jsonList(body) : body.split(/\s+/).filter((part) => part !== '');
  const sources = parts.slice(0, -1).filter((part) => !part.startsWith('<<') && !/^[a-z]+:\/\/|^git@/i.test(part));
  return sources.length === 0 ? undefined : { line, instruction: word.toUpperCase() as Copied['instruction'], sources };
}

function jsonList(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
