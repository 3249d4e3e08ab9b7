/** The outside world of a command: what it is started with, and where it speaks. */
export interface Streams {
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly stdin: () => AsyncIterable<Uint8Array>;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The built file of a worker thread. */
  readonly worker?: URL;
  /** The day, `YYYY-MM-DD`. */
  readonly today: string;
  /** What git hooks start: this program's file. */
  readonly program: string;
}
