import { didYouMean } from '../config/did-you-mean.ts';
import { UsageError } from '../config/usage-error.ts';
import { commands } from './commands.ts';
import type { Option } from './options.ts';
import type { Raw } from './raw.ts';

/** The values of a command line by the option's name. Made only where every value is there and every choice exists. */
export class Values {
  readonly #raw: Raw;
  /** @throws UsageError naming the option that is wrong */
  constructor(raw: Raw) {
    this.#raw = raw;
    for (const option of commands[raw.command].options as readonly Option[]) this.#check(option);
  }

  #check({ name, kind, choices }: Option): void {
    for (const value of this.list(name)) {
      if (value === '' && kind !== 'choice') throw new UsageError(`--${name} needs a value`);
      if (choices && !choices.includes(value))
        throw new UsageError(`--${name}: ${value} is none of ${choices.join(', ')}${didYouMean(value, choices)}`);
    }
  }

  flag(name: string): boolean {
    return [this.#raw.values[name]].flat().at(-1) === true;
  }

  /** The last of several. */
  text(name: string): string | undefined {
    return this.list(name).at(-1);
  }

  list(name: string): readonly string[] {
    const value = this.#raw.values[name];
    return (typeof value === 'object' ? value : [value]).filter((each) => typeof each === 'string');
  }
}
