/** One instruction of a Dockerfile. Lines are counted from 1. */
export interface Instruction {
  readonly line: number;
  readonly lastLine: number;
  /** In capitals: `COPY`. */
  readonly word: string;
  /** What follows, lines that go on joined by a blank. */
  readonly rest: string;
}

/** What starts with a `FROM`. */
export interface Stage {
  readonly name: string | undefined;
  /** The image or the stage it starts from. */
  readonly base: string;
  readonly instructions: readonly Instruction[];
}

/** What an instruction copies. */
export interface Copied {
  readonly line: number;
  readonly instruction: 'COPY' | 'ADD';
  /** As written, options and the target taken away. */
  readonly sources: readonly string[];
  readonly target: string;
  /** A stage or an image; absent where the files are the context's own. */
  readonly from?: string;
}

/** The name of a Dockerfile, going by the last part of a path. */
export const isDockerfile = (path: string): boolean =>
  /^(?:.{1,100}\.)?(?:Dockerfile|Containerfile)(?:\..{1,100})?$/i.test(path.slice(path.lastIndexOf('/') + 1)) &&
  !path.endsWith('.dockerignore');

/** The instructions of a Dockerfile in order; texts handed in as `<<EOF` belong to theirs. */
function instructionsOf(dockerfile: string): readonly Instruction[] {
  const goesOn = /^#\s*escape\s*=\s*`/im.test(dockerfile.slice(0, 500)) ? '`' : '\\';
  const lines = dockerfile.split(/\r?\n/);
  const found: Instruction[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1;
    const first = lines[index] as string;
    if (/^\s*(?:#|$)/.test(first)) continue;
    const parts: string[] = [];
    for (let text = first; ; text = lines[++index] as string) {
      const isComment = text !== first && /^\s*#/.test(text);
      const continues = isComment || text.trimEnd().endsWith(goesOn);
      if (!isComment) parts.push(continues ? text.trimEnd().slice(0, -1).trim() : text.trim());
      if (!continues || index + 1 >= lines.length) break;
    }
    const whole = parts.join(' ');
    for (const end of heredocs(whole)) while (index + 1 < lines.length && (lines[++index] as string).trim() !== end);
    const [, word = '', rest = ''] = /^(?:ONBUILD\s+)?([A-Za-z]+)\s+([\s\S]*)$/i.exec(whole) ?? [];
    if (word !== '') found.push({ line, lastLine: index + 1, word: word.toUpperCase(), rest });
  }
  return found;
}

const heredocs = (text: string): string[] =>
  /^(?:RUN|COPY|ADD)\b/i.test(text)
    ? [...text.matchAll(/(?:^|\s)<<-?["']?([A-Za-z_]\w{0,60})["']?/g)].map((match) => match[1] as string)
    : [];

/** The stages in order; what stands before the first `FROM` is of none. */
export function stagesOf(dockerfile: string): readonly Stage[] {
  const stages: { name: string | undefined; base: string; instructions: Instruction[] }[] = [];
  for (const instruction of instructionsOf(dockerfile)) {
    if (instruction.word === 'FROM') {
      const [base = '', as, name] = instruction.rest.replace(/^(?:--[\w-]+=\S+\s+)*/, '').split(/\s+/);
      stages.push({ name: as?.toLowerCase() === 'as' ? name?.toLowerCase() : undefined, base, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** What a `COPY` or `ADD` copies; nothing for any other instruction, and for what comes from elsewhere than a file. */
export function copiedBy({ word, rest, line }: Instruction): Copied | undefined {
  if (word !== 'COPY' && word !== 'ADD') return undefined;
  const [options = ''] = /^(?:--[\w-]+(?:=\S+)?\s+)*/.exec(rest) ?? [];
  const from = /--from=(\S+)/.exec(options)?.[1]?.toLowerCase();
  const body = rest.slice(options.length);
  const parts = body.trimStart().startsWith('[') ? jsonList(body) : body.split(/\s+/).filter((part) => part !== '');
  const sources = parts.slice(0, -1).filter((part) => !part.startsWith('<<') && !/^[a-z]+:\/\/|^git@/i.test(part));
  if (sources.length === 0) return undefined;
  return { line, instruction: word, sources, target: parts.at(-1) as string, ...(from === undefined ? {} : { from }) };
}

/** Every `COPY` and `ADD` that takes files of the context, in any stage. */
export const copiesOf = (dockerfile: string): readonly Copied[] =>
  instructionsOf(dockerfile).flatMap((instruction) => {
    const copied = copiedBy(instruction);
    return copied && copied.from === undefined ? [copied] : [];
  });

function jsonList(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String) : [];
  } catch {
    return [];
  }
}
