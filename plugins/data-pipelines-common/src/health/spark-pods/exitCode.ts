/**
 * What a process meant by its exit code, in plain words. 50 to 56 are Spark's
 * own (`SparkExitCode`), 101 is spark-submit's, those above 128 are signals.
 */
const MEANINGS: Readonly<Record<number, string>> = {
  1: 'the application ended with an error',
  50: 'an exception that nothing caught',
  51: 'an exception while another was being handled',
  52: 'no memory was left on the Java heap',
  53: 'no folder could be made on the local disk',
  55: 'no folder could be made on the local disk',
  56: 'the driver could not be reached any more',
  101: 'spark-submit could not load the main class, or a class that it needs',
  126: 'the command could not be executed',
  127: 'the command is not in the image',
  134: 'the process aborted',
  137: 'it was killed, often because the node ran out of memory',
  139: 'the process crashed by a bad memory access',
  143: 'it was stopped from outside: its pod was deleted or its node drained',
};

/** Such as `exit code 143: it was stopped from outside: …`. */
export function exitCodeInWords(code: number): string {
  const meaning = MEANINGS[code];
  return meaning ? `exit code ${code}: ${meaning}` : `exit code ${code}`;
}
