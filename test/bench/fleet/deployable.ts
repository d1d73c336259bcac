import fs from 'node:fs';
import path from 'node:path';
import { buildUnlessSame } from '../../../tools/lib/builtFrom';
import { FRONTEND_SOURCES } from '../../../tools/lib/frontend';
import { runToEnd } from '../../../tools/lib/processes';

const OUTPUT = 'packages/backend/dist';

/** What is deployed is made of. */
const SOURCES = [
  ...FRONTEND_SOURCES,
  'packages/backend/src',
  'packages/backend/package.json',
  'plugins/catalog-backend-module-data-pipelines',
  'plugins/data-pipelines-backend',
  'plugins/data-pipelines-node',
  'plugins/scaffolder-backend-module-data-pipelines',
];

/**
 * Builds the portal as it is deployed: the bundle that Backstage documents for
 * a container image, with the packages that are installed here. Run from its
 * sources a backend has a loader in each `import()`, in a thread that it waits
 * for: the Kubernetes plugin has two of them in each request.
 *
 * @returns the folder of the backend, for `node`
 */
export async function deployable(root: string): Promise<string> {
  const folder = path.join(root, OUTPUT, 'bundle');
  await buildUnlessSame({
    root,
    output: OUTPUT,
    sources: SOURCES,
    build: async () => {
      await runToEnd({
        title: 'Building the backend',
        file: process.execPath,
        args: [
          path.join(root, '.yarn/releases/yarn-4.13.0.cjs'),
          'workspace',
          'backend',
          'build',
        ],
        cwd: root,
        env: { ...process.env, NODE_ENV: undefined, NODE_OPTIONS: undefined },
      });
      fs.mkdirSync(folder);
      await runToEnd({
        title: 'Unpacking the backend',
        file: 'tar',
        args: ['-xzf', '../bundle.tar.gz'],
        cwd: folder,
      });
      linkPlugins(folder);
    },
  });
  return path.join(folder, 'packages/backend');
}

/** As an installation of the bundle links its workspaces; all others are those of this repository. */
function linkPlugins(folder: string) {
  const plugins = path.join(folder, 'plugins');
  for (const name of fs.readdirSync(plugins)) {
    const manifest = path.join(plugins, name, 'package.json');
    const { name: id } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as {
      name: string;
    };
    const link = path.join(folder, 'node_modules', id);
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.join(plugins, name), link);
  }
}
