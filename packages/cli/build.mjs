// Makes dist/: the whole command in one file, and the charts that it writes.
import { cp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const at = (...parts) => path.join(here, ...parts);
const { version } = JSON.parse(await readFile(at('package.json'), 'utf8'));
const require = createRequire(import.meta.url);
const partOf = (name, file) =>
  path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

await rm(at('dist'), { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [at('src/index.ts')],
  outfile: at('dist/headworks.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20.12',
  format: 'cjs',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  banner: { js: '#!/usr/bin/env node' },
  define: { HEADWORKS_VERSION: JSON.stringify(version) },
  // Of these only a part is used, and the whole is many times as large.
  alias: {
    '@inquirer/editor': at('src/new/noEditor.ts'),
    '@backstage/backend-plugin-api': partOf(
      '@backstage/backend-plugin-api',
      'dist/paths.cjs.js',
    ),
    '@backstage/plugin-permission-common': partOf(
      '@backstage/plugin-permission-common',
      'dist/permissions/createPermission.esm.js',
    ),
  },
  metafile: true,
  logLevel: 'warning',
});
for (const chart of ['common', 'kafka', 'flink', 'spark', 'umbrella']) {
  await cp(at('../../charts', chart), at('dist/charts', chart), {
    recursive: true,
    filter: source => path.basename(source) !== 'ci',
  });
}
if (process.argv.includes('--sizes')) {
  const [{ inputs }] = Object.values(metafile.outputs);
  const sizes = new Map();
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
    const key = name ?? 'headworks';
    sizes.set(key, (sizes.get(key) ?? 0) + bytesInOutput);
  }
  for (const [name, bytes] of [...sizes].sort((a, b) => b[1] - a[1])) {
    process.stdout.write(`${bytes}\t${name}\n`);
  }
}
