import type { Built, CallSite, LiteralRole, LiteralSite, Span } from '../../model/index.ts';
import { compiler, type ts } from '../compiler.ts';
import type { Text } from '../text.ts';
import type { Placing } from './placing.ts';

/** What a site tells without being asked. */
export interface Told {
  readonly text: string;
  readonly built: Built;
  /** Parts that are not known. */
  readonly holes: number;
}

/** Where a site stands, in nodes of the file that is read. */
export interface Stands {
  readonly node: ts.Node;
  /** The literal that holds the text as it is. */
  readonly content: ts.Node | undefined;
  readonly file: ts.SourceFile;
  readonly text: Text;
}

/** A text of a program. Its bytes and its part are found when they are asked for. */
export class ProgramSite implements LiteralSite {
  readonly text: string;
  readonly built: Built;
  readonly holes: number | undefined;
  readonly #stands: Stands;
  readonly #placing: Pick<Placing, 'outline' | 'whole'>;

  constructor({ text, built, holes }: Told, stands: Stands, placing: Pick<Placing, 'outline' | 'whole'>) {
    this.text = text;
    this.built = built;
    this.holes = holes > 0 ? holes : undefined;
    this.#stands = stands;
    this.#placing = placing;
  }

  get span(): Span {
    return spanOf(this.#stands.node, this.#stands);
  }

  get content(): Span | undefined {
    return this.#stands.content && contentOf(this.#stands.content, this.#stands);
  }

  get call(): CallSite | undefined {
    return this.#placing.outline.call;
  }

  get name(): string | undefined {
    return this.#placing.outline.name;
  }

  get role(): LiteralRole {
    return this.#placing.whole.role;
  }

  get environment(): string | undefined {
    return this.#placing.whole.environment;
  }
}

const spanOf = (node: ts.Node, { file, text }: Stands): Span => ({
  start: text.toByte(node.getStart(file)),
  end: text.toByte(node.end),
});

/** The characters between the quotes. An unterminated literal has no second quote. */
function contentOf(node: ts.Node, stands: Stands): Span {
  const { start, end } = spanOf(node, stands);
  if (compiler.isJsxText(node)) return { start, end };
  const isUnterminated = (node as ts.LiteralLikeNode).isUnterminated === true;
  return { start: start + 1, end: Math.max(start + 1, isUnterminated ? end : end - 1) };
}

/** A site at other places, as plain data. */
export function movedTo(site: LiteralSite, span: Span, content: Span | undefined): LiteralSite {
  const { text, built, holes, role, name, call, environment } = site;
  return { text, built, holes, role, name, call, environment, span, content };
}
