import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Programs whose command line names the folder. */
export async function processesOf(folder: string): Promise<string[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args']);
  return stdout.split('\n').filter(line => line.includes(folder));
}
