import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Builds, unless the last build was made from the same files.
 *
 * @param options - `output`: the folder that is built, where it is noted of
 * what; `sources`: files and folders below `root`
 * @returns whether it was built
 */
export async function buildUnlessSame(options: {
  root: string;
  output: string;
  sources: readonly string[];
  build: () => Promise<void>;
}): Promise<boolean> {
  const { root, output, sources, build } = options;
  const stamp = path.join(root, output, '.headworks-built-from');
  const wanted = fingerprint(root, sources);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
    return false;
  }
  await build();
  fs.writeFileSync(stamp, wanted);
  return true;
}

function fingerprint(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
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
    .filter(name => name !== 'dist' && !name.includes('.test.'))
    .flatMap(name => filesBelow(path.join(entry, name)));
}
