import { compiler, type ts } from './compiler.ts';

type Constructor = new (kind: number, pos: number, end: number) => ts.Node;
type Allocator = Readonly<Record<'getNodeConstructor' | 'getIdentifierConstructor', () => Constructor>>;

/** Part of the compiler that its types do not show. */
interface Hidden {
  readonly objectAllocator?: Allocator;
  readonly setObjectAllocator?: (allocator: Partial<Allocator>) => void;
}

/**
 * Runs a parse that may make so many nodes, and throws where it makes more. The parser tries some texts in several
 * ways, nested ones exponentially often (`async(async(async(…`): this bound is what ends it, and it is no clock.
 * The compiler's own constructors are put back, as other code in this process may use it too.
 */
export function withNodeLimit<T>(limit: number, work: () => T): T {
  const { objectAllocator, setObjectAllocator } = compiler as Hidden;
  if (!objectAllocator || !setObjectAllocator) return work();
  const { getNodeConstructor, getIdentifierConstructor } = objectAllocator;
  let left = limit;
  const counting = (get: () => Constructor) => () => {
    const Real = get();
    return function make(kind: number, pos: number, end: number) {
      if (--left < 0) throw new RangeError('too many nodes');
      return new Real(kind, pos, end);
    } as unknown as Constructor;
  };
  setObjectAllocator({
    getNodeConstructor: counting(getNodeConstructor),
    getIdentifierConstructor: counting(getIdentifierConstructor),
  });
  try {
    return work();
  } finally {
    setObjectAllocator({ getNodeConstructor, getIdentifierConstructor });
  }
}
