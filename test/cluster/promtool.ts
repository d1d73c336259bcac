import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cached, Log, oneAtATime, run } from './download';

/**
 * Path of Prometheus' promtool: Debian's package, unpacked into the cache and
 * not installed; where there is no apt, the one on the PATH.
 */
export async function ensurePromtool(log: Log): Promise<string> {
  if (has('apt-get') && has('dpkg')) {
    const folder = await cached('promtool-debian', async target => {
      log('fetching promtool (Debian package prometheus, 19 MB)');
      fs.mkdirSync(target, { recursive: true });
      await oneAtATime('apt', () => downloadPackage(target));
      const [file] = fs.readdirSync(target);
      await run('dpkg', ['-x', file, 'unpacked'], { cwd: target });
      fs.renameSync(
        path.join(target, 'unpacked/usr/bin/promtool'),
        path.join(target, 'promtool'),
      );
      fs.rmSync(path.join(target, 'unpacked'), { recursive: true });
      fs.rmSync(path.join(target, file));
    });
    return path.join(folder, 'promtool');
  }
  if (has('promtool')) return 'promtool';
  throw new Error(
    'promtool is needed to test alert rules and is not on the PATH. Install Prometheus (https://prometheus.io/download) and start again.',
  );
}

/** A fresh machine has no package lists; only root may fetch them. */
async function downloadPackage(cwd: string) {
  const fetchIt = () => run('apt-get', ['download', 'prometheus'], { cwd });
  await fetchIt().catch(async () => {
    await run('apt-get', ['update', '-qq']);
    await fetchIt();
  });
}

function has(command: string): boolean {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
