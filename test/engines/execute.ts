import { spawn } from 'node:child_process';

/** A command that ran to its end, with whatever result. */
export interface Ended {
  code: number | null;
  /** Both streams, as they came. */
  output: string;
}

/** Runs a command to its end, with `input` on its standard input. */
export async function execute(
  [file, ...args]: string[],
  env: NodeJS.ProcessEnv,
  input = '',
): Promise<Ended> {
  const child = spawn(file, args, { env });
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  // A command that ends without reading is no error.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output };
}
