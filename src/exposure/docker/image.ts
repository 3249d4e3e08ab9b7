import { join, resolve } from 'node:path/posix';
import { type Copied, copiedBy, type Instruction, type Stage, stagesOf } from './dockerfile.ts';
import { patternOf } from './dockerignore.ts';

/** Where an image got something from. */
export interface Holds {
  readonly line: number;
  /** `COPY . .` */
  readonly text: string;
}

interface Layer {
  readonly copied: Copied;
  readonly instruction: Instruction;
  /** Where relative targets count from. */
  readonly folder: string;
}

/** Instructions that an image keeps: whoever has it can list them. */
const kept = new Set([
  'ARG',
  'ENV',
  'RUN',
  'LABEL',
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'USER',
  'WORKDIR',
  'COPY',
  'ADD',
]);
const mostStages = 20;

/** What the image of one Dockerfile holds: the last stage, and what it copies from the stages before it. */
export class Image {
  readonly #stages: readonly Stage[];
  readonly #layers = new Map<Stage, readonly Layer[]>();

  /** @param dockerfile its text */
  constructor(dockerfile: string) {
    this.#stages = stagesOf(dockerfile);
  }

  /** The instruction that stands on a line and stays in the image; nothing for other stages, and for comments. */
  says(line: number): Holds | undefined {
    for (const stage of this.#final())
      for (const instruction of stage.instructions)
        if (line >= instruction.line && line <= instruction.lastLine && kept.has(instruction.word))
          return holdsOf(instruction);
    return undefined;
  }

  /** The instruction by which a file of the context gets into the image; nothing where none does. */
  holds(path: string): Holds | undefined {
    for (const stage of this.#final()) {
      const found = this.#find(stage, path, () => true, 0);
      if (found) return found;
    }
    return undefined;
  }

  /** The last stage, and those it starts from. */
  #final(): Stage[] {
    const stages: Stage[] = [];
    for (let stage = this.#stages.at(-1); stage && stages.length < mostStages; stage = this.#named(stage.base, stage)) {
      if (stages.includes(stage)) break;
      stages.push(stage);
    }
    return stages;
  }

  /** A stage by its name or number, before another one. */
  #named(name: string, before: Stage): Stage | undefined {
    const earlier = this.#stages.slice(0, this.#stages.indexOf(before));
    return (
      earlier.findLast((stage) => stage.name === name.toLowerCase()) ??
      (/^\d+$/.test(name) ? earlier[Number(name)] : undefined)
    );
  }

  /** @param wanted whether a path within the stage counts */
  #find(stage: Stage, path: string, wanted: (inStage: string) => boolean, depth: number): Holds | undefined {
    if (depth > mostStages) return undefined;
    for (const { copied, instruction, folder } of this.#layersOf(stage)) {
      for (const source of copied.sources) {
        if (copied.from !== undefined) {
          const other = this.#named(copied.from, stage);
          // A part of another stage: what lies below the source there lies below the target here.
          if (other && this.#find(other, path, below(source), depth + 1)) return holdsOf(instruction);
          continue;
        }
        const inStage = placeOf(path, source, copied, folder);
        if (inStage !== undefined && wanted(inStage)) return holdsOf(instruction);
      }
    }
    const base = this.#named(stage.base, stage);
    return base && depth > 0 ? this.#find(base, path, wanted, depth + 1) : undefined;
  }

  #layersOf(stage: Stage): readonly Layer[] {
    const known = this.#layers.get(stage);
    if (known) return known;
    const base = this.#named(stage.base, stage);
    let folder = base ? folderAfter(base) : '/';
    const layers: Layer[] = [];
    for (const instruction of stage.instructions) {
      if (instruction.word === 'WORKDIR') folder = resolve(folder, unquoted(instruction.rest));
      const copied = copiedBy(instruction);
      if (copied) layers.push({ copied, instruction, folder });
    }
    this.#layers.set(stage, layers);
    return layers;
  }
}

const unquoted = (text: string): string => text.trim().replace(/^["']|["']$/g, '');

function folderAfter({ instructions }: Stage): string {
  return instructions
    .filter(({ word }) => word === 'WORKDIR')
    .reduce((folder, { rest }) => resolve(folder, unquoted(rest)), '/');
}

const holdsOf = ({ line, word, rest }: Instruction): Holds => ({
  line,
  text: word === 'COPY' || word === 'ADD' ? `${word} ${rest.slice(0, 80)}` : word,
});

/** Whether a path of a stage is, or lies below, what a `--from` copy names. Where that holds a variable, it may be. */
function below(source: string): (path: string) => boolean {
  if (source.includes('$')) return () => true;
  const matches = patternOf(resolve('/', unquoted(source)));
  return (path) => matches(path.replace(/^\//, ''));
}

/** Where a file of the context comes to lie; nothing where the source does not take it. */
function placeOf(path: string, source: string, { target, sources }: Copied, folder: string): string | undefined {
  const isOpen = source.includes('$');
  if (!isOpen && !patternOf(source)(path)) return undefined;
  const to = resolve(folder, target.replace(/\$\{?\w+\}?/g, ''));
  const clean = source.replace(/^\.?\/+/, '').replace(/(?<!\/)\/+$/, '');
  if (isOpen || clean === '' || clean === '.') return join(to, path);
  const depth = clean.split('/').length;
  const parts = path.split('/');
  // Of a folder its content is copied, of a file the file itself.
  const rest = parts.slice(depth).join('/');
  if (rest !== '' && !clean.includes('**')) return join(to, rest);
  const isFolder = sources.length > 1 || /\/$|^\.$|^\.\/$/.test(target) || /[*?[]/.test(source);
  return isFolder ? join(to, parts.at(-1) as string) : to;
}
