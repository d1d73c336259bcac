import path from 'node:path';
import { cached, Log, run } from '../cluster/download';

const VERSION = '4.32.5';

/** The program that asks an API everything that its document allows, and more. */
export async function ensureSchemathesis(log: Log = () => {}): Promise<string> {
  const folder = await cached(`schemathesis-${VERSION}`, async target => {
    log(`Installing schemathesis ${VERSION}, a minute`);
    await run('python3', [
      ...['-m', 'pip', 'install', '--quiet', '--no-compile'],
      ...['--disable-pip-version-check', '--no-cache-dir'],
      ...['--target', target, `schemathesis==${VERSION}`],
    ]);
  });
  return path.join(folder, 'bin/schemathesis');
}
