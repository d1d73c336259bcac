import path from 'node:path';
import { buildUnlessSame } from './builtFrom';
import { runToEnd } from './processes';

/** What the browser's bundle is made of. */
export const FRONTEND_SOURCES = [
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
  return buildUnlessSame({
    root,
    output: 'packages/app/dist',
    sources: FRONTEND_SOURCES,
    build: async () => {
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
    },
  });
}
