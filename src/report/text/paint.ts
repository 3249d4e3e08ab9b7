import picocolors from 'picocolors';
import type { Severity } from '../../model/index.ts';

/** Puts a colour around a text that is safe to print already; leaves it alone where colours are off. */
export type Brush = (text: string) => string;

/** What each part of a text report is painted with. */
export interface Paint {
  readonly severity: Readonly<Record<Severity, Brush>>;
  readonly place: Brush;
  readonly secret: Brush;
  readonly quiet: Brush;
  readonly strong: Brush;
  readonly alarm: Brush;
  readonly good: Brush;
}

/** The paints of a report. Nothing is asked of the environment: who calls has decided. */
export function paints(colour: boolean): Paint {
  const colours = picocolors.createColors(colour);
  return {
    severity: {
      critical: (text) => colours.bold(colours.red(text)),
      high: colours.red,
      medium: colours.yellow,
      low: colours.cyan,
      note: colours.dim,
    },
    place: colours.bold,
    secret: colours.red,
    quiet: colours.dim,
    strong: colours.bold,
    alarm: (text) => colours.bold(colours.yellow(text)),
    good: colours.green,
  };
}
