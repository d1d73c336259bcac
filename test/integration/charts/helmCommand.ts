import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { World } from '../world';

const run = promisify(execFile);

/** Plain Helm in a generated chart's folder, against the test's API server. */
export class HelmCommand {
  constructor(
    private readonly world: World,
    private readonly version: 'helm3' | 'helm4',
  ) {}

  /**
   * @returns what Helm printed
   * @throws Error with what it said instead
   */
  async run(folder: string, ...args: string[]): Promise<string> {
    const { home, binaries, cluster } = this.world;
    const { stdout } = await run(binaries[this.version], args, {
      cwd: path.join(home, folder),
      maxBuffer: 1 << 26,
      env: {
        PATH: process.env.PATH,
        GOGC: process.env.GOGC,
        HOME: home,
        KUBECONFIG: cluster.adminKubeconfig,
      },
    });
    return stdout;
  }
}
