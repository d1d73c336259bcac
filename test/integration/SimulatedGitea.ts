import { execFile } from 'node:child_process';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The three requests with which Backstage reads a repository, answered by real Git. */
export interface SimulatedGitea {
  /** Such as `127.0.0.1:3000`. */
  host: string;
  /** From now on that repository is gone. */
  lose(name: string): void;
  stop(): Promise<void>;
}

/** @param repositories - folder with a Git repository each, of any owner */
export async function startSimulatedGitea(
  repositories: string,
): Promise<SimulatedGitea> {
  const lost = new Set<string>();
  const git = async (name: string, ...args: string[]) => {
    const { stdout } = await run(
      'git',
      ['-C', path.join(repositories, path.basename(name)), ...args],
      { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024 },
    );
    return stdout;
  };
  const server = http.createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://gitea');
    const [, , , , , name, what, ...rest] = pathname.split('/');
    const json = (body: object) => response.end(JSON.stringify(body));
    try {
      if (lost.has(name)) throw new Error('The repository is gone');
      if (what === 'git') {
        const sha = await git(name, 'rev-parse', rest[1]);
        json({ sha: sha.toString().trim() });
      } else if (what === 'archive') {
        const ref = rest.join('/').replace(/\.tar\.gz$/, '');
        const args = ['archive', '--format=tar.gz', `--prefix=${name}/`, ref];
        response.end(await git(name, ...args));
      } else {
        const file = `${searchParams.get('ref')}:${rest.join('/')}`;
        const content = (await git(name, 'show', file)).toString('base64');
        json({ encoding: 'base64', content });
      }
    } catch (error) {
      response.statusCode = 404;
      json({ message: (error as Error).message });
    }
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    lose: name => lost.add(name),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
