/** What our chart tells a JobManager without an operator; what follows `--` is the job's own. */
export function ownArgs(args: readonly string[]): readonly string[] {
  return args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
}

/** The savepoint or checkpoint that it is told to start from. */
export function savepointIn(args: readonly string[]): string | undefined {
  const own = ownArgs(args);
  const at = own.indexOf('--fromSavepoint');
  return at < 0 ? undefined : own[at + 1];
}
