import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from './processes';

/** What the browser's bundle is made of. */
const SOURCES = [
  'packages/app/src',
  'packages/app/public',
  'packages/app/package.json',
  'plugins/data-pipelines/src',
  'plugins/data-pipelines-common/src',
  'plugins/scaffolder-module-data-pipelines/src',
  'yarn.lock',
];

/** Builds the portal's frontend, unless the last build was made from the same files. */
export async function buildFrontend(root: string): Promise<boolean> {
  const stamp = path.join(root, 'packages/app/dist/.headworks-built-from');
  const wanted = fingerprint(root);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return false;
  }
  await runToEnd({
    title: 'Building the frontend',
    file: process.execPath,
    args: [
      path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      'package',
      'build',
    ],
    cwd: path.join(root, 'packages/app'),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NODE_OPTIONS: '--max-old-space-size=4096',
    },
  });
  fs.writeFileSync(stamp, wanted);
  return true;
}

function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesBelow(path.join(root, source))) {
      hash.update(path.relative(root, file)).update(fs.readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesBelow(entry: string): string[] {
  if (!fs.statSync(entry).isDirectory()) {
    return [entry];
  }
  return fs
    .readdirSync(entry)
    .sort()
    .filter(name => !name.includes('.test.'))
    .flatMap(name => filesBelow(path.join(entry, name)));
}
