const isLineEnd = (character: string | undefined): boolean => character === '\n' || character === '\r';

/**
 * A program laid over a file that holds it among other things: a text of the same length, blank where the file holds no
 * program. So every place in it is the place in the file.
 */
export class Canvas {
  readonly #text: string;
  readonly #pieces: { readonly start: number; readonly text: string }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Keeps a range as it stands. */
  keep(start: number, end: number): void {
    if (end > start) this.#add(start, this.#text.slice(start, end));
  }

  /**
   * Writes over what stands at a place. Later ranges must follow earlier ones; what overlaps, or would end no line where
   * the file does, is left out.
   */
  write(start: number, text: string): void {
    for (let index = 0; index < text.length; index++)
      if (isLineEnd(this.#text[start + index]) && !isLineEnd(text[index])) return;
    this.#add(start, text);
  }

  #add(start: number, text: string): void {
    const last = this.#pieces.at(-1);
    if (start < 0 || start + text.length > this.#text.length) return;
    if (last && start < last.start + last.text.length) return;
    this.#pieces.push({ start, text });
  }

  /** The program: line ends stay where they are. */
  toString(): string {
    let program = '';
    for (const { start, text } of this.#pieces) program += this.#blank(program.length, start) + text;
    return program + this.#blank(program.length, this.#text.length);
  }

  #blank(start: number, end: number): string {
    return this.#text.slice(start, end).replace(/[^\n\r]/g, ' ');
  }
}
