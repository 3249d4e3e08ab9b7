import { compiler, onFirstUse, type ts } from './compiler.ts';

type Constructor = new (kind: number, pos: number, end: number) => ts.Node;
type Allocator = Readonly<Record<'getNodeConstructor' | 'getIdentifierConstructor', () => Constructor>>;

/** Part of the compiler that its types do not show. */
interface Hidden {
  readonly objectAllocator?: Allocator;
  readonly setObjectAllocator?: (allocator: Partial<Allocator>) => void;
}

/** How many nodes may still be made. */
let left = 0;

/** A class of nodes that counts. Made once: a parser that meets new classes in every file is a slow one. */
function counting(Real: Constructor): Constructor {
  return class extends Real {
    constructor(kind: number, pos: number, end: number) {
      if (--left < 0) throw new RangeError('too many nodes');
      super(kind, pos, end);
    }
  };
}

const countingNodes = onFirstUse(() => {
  const { getNodeConstructor, getIdentifierConstructor } = (compiler as Hidden).objectAllocator as Allocator;
  const nodes = counting(getNodeConstructor());
  const identifiers = counting(getIdentifierConstructor());
  return { getNodeConstructor: () => nodes, getIdentifierConstructor: () => identifiers };
});

/**
 * Runs a parse that may make so many nodes, and throws where it makes more. The parser tries some texts in several
 * ways, nested ones exponentially often (`async(async(async(…`): this bound is what ends it, and it is no clock.
 * The compiler's own constructors are put back, as other code in this process may use it too.
 */
export function withNodeLimit<T>(limit: number, work: () => T): T {
  const { objectAllocator, setObjectAllocator } = compiler as Hidden;
  if (!objectAllocator || !setObjectAllocator) return work();
  const { getNodeConstructor, getIdentifierConstructor } = objectAllocator;
  const counted = countingNodes();
  left = limit;
  setObjectAllocator(counted);
  try {
    return work();
  } finally {
    setObjectAllocator({ getNodeConstructor, getIdentifierConstructor });
  }
}
