import path from 'node:path';
import { replay } from '@headworks/backstage-plugin-data-pipelines-common';
import { recordingsIn } from './lib/recordings';

/**
 * `npm run replay -- DIR`: what the portal would have said of each object of a
 * recording, one line of JSON a span. What cannot be read is told on stderr.
 */
function main() {
  const [dir, ...rest] = process.argv.slice(2);
  if (!dir || rest.length) {
    fail('Which recordings? npm run replay -- DIR');
    return;
  }
  // npm runs scripts in our folder, not in the caller's.
  const from = process.env.INIT_CWD ?? process.cwd();
  const say = (problem: string) => process.stderr.write(`${problem}\n`);
  try {
    for (const changes of recordingsIn(path.resolve(from, dir), say)) {
      for (const span of replay(changes)) {
        process.stdout.write(`${JSON.stringify(span)}\n`);
      }
    }
  } catch (error) {
    fail(`${dir} cannot be read: ${(error as Error).message}`);
  }
}

function fail(message: string) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

main();
