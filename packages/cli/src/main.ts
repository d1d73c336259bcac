import { CommanderError } from 'commander';
import { CannotRun, EXIT } from './exitCodes';
import { createProgram } from './program';
import { interruption } from './scratch';
import { processTerminal } from './terminal';

/** Runs the command line and ends the process with the exit code that it says. */
export async function main(args: string[]): Promise<void> {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // `exit` removes what is half made.
    process.once(signal, () => {
      interruption.abort();
      process.exit(code);
    });
  }
  // A reader such as `head` that has enough is no failure.
  process.stdout.on('error', error => {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE')
      process.exit(EXIT.ok);
  });
  const terminal = processTerminal();
  try {
    const exit = (code: number) => {
      process.exitCode = code;
    };
    const program = await createProgram(args, { terminal, exit });
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = exitCodeOf(error as Error, terminal.note);
  }
}

function exitCodeOf(error: Error, say: (text: string) => void): number {
  if (error instanceof CommanderError) {
    // It has said what was wrong already.
    return error.exitCode === 0 ? EXIT.ok : EXIT.cannot;
  }
  if (error.name === 'ExitPromptError') return 130;
  say(`headworks: ${error.message}\n`);
  if (!(error instanceof CannotRun) && process.env.HEADWORKS_DEBUG) {
    say(`${error.stack}\n`);
  }
  return EXIT.cannot;
}
