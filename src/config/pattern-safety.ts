/** An unbounded repetition cannot go further than a window. Bytes. */
const windowLength = 1_024;
/** Ways a match may be tried: two unbounded repetitions and a few short ones pass, three do not. */
const mostWays = (windowLength + 1) ** 2 * 512;

/** A sequence being read: ways so far of this branch, and of the branches before it. */
interface Frame {
  ways: number;
  branches: number;
  /** Ways of the last piece, and where the product stood before it: a quantifier that follows changes it. */
  piece: number;
  before: number;
  isGroup: boolean;
}

const frame = (): Frame => ({ ways: 1, branches: 0, piece: 1, before: 1, isGroup: false });

const pieces =
  /\\k<|\\[1-9]|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|./gs;

/**
 * What makes a pattern unsafe to run on any text, or nothing. A cheap check of its structure that may refuse a safe one:
 * it counts in how many ways repetitions and choices can be combined.
 * @param source of a pattern that compiles
 */
export function patternProblem(source: string): string | undefined {
  const open: Frame[] = [frame()];
  for (const [piece] of source.matchAll(pieces)) {
    const top = open.at(-1) as Frame;
    if (/^\\(?:k<|[1-9])/.test(piece)) return 'refers back to a group';
    if (piece.startsWith('(')) open.push(frame());
    else if (piece === ')') {
      const closed = open.pop() as Frame;
      add(open.at(-1) ?? top, closed.branches + closed.ways, true);
    } else if (piece === '|') Object.assign(top, { branches: top.branches + top.ways, ways: 1 });
    else if (/^(?:[*+?]|\{\d)/.test(piece)) {
      const problem = repeat(top, piece);
      if (problem) return problem;
    } else add(top, 1, false);
    if ((open.at(-1) ?? top).ways > mostWays) return 'can be matched in too many ways: bound its repetitions, {0,20}';
  }
  return undefined;
}

function add(top: Frame, ways: number, isGroup: boolean): void {
  top.before = top.ways;
  top.piece = ways;
  top.isGroup = isGroup;
  top.ways *= ways;
}

function repeat(top: Frame, quantifier: string): string | undefined {
  const { least, most } = bounds(quantifier);
  if (top.isGroup && top.piece > 1 && most > 1 && least !== most)
    return 'repeats a group that holds a repetition or a choice';
  const ways = top.piece ** Math.min(least, 64) * Math.max(1, Math.min(most, windowLength) - least + 1);
  top.ways = top.before * (quantifier.startsWith('?') ? top.piece + 1 : ways);
  // What follows a quantifier is never a second one, so the piece is done with.
  return undefined;
}

function bounds(quantifier: string): { least: number; most: number } {
  if (quantifier.startsWith('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (quantifier.startsWith('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (quantifier.startsWith('?')) return { least: 0, most: 1 };
  const [, least = '0', comma, most = ''] = /^\{(\d+)(?:(,)(\d*))?\}/.exec(quantifier) ?? [];
  return {
    least: Number(least),
    most: comma ? (most === '' ? Number.POSITIVE_INFINITY : Number(most)) : Number(least),
  };
}
