import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../../tools/lib/processes';

const root = path.resolve(__dirname, '../..');
const PLUGINS = '@headworks/backstage-plugin-*';

/** Packs all plugins as their publisher does; returns the tarballs. */
export async function packPlugins(folder: string): Promise<string[]> {
  const { NODE_ENV, NODE_OPTIONS, ...env } = process.env;
  const run = (title: string, ...args: string[]) =>
    runToEnd({ title, file: process.execPath, args, cwd: root, env });
  const yarn = path.join(root, '.yarn/releases/yarn-4.13.0.cjs');
  const foreach = [
    'workspaces',
    'foreach',
    '--all',
    '--parallel',
    '--jobs',
    '2',
  ];
  const ours = [...foreach, '--include', PLUGINS];
  await run('Types', path.join(root, 'node_modules/typescript/bin/tsc'));
  await run('Build', yarn, ...ours, 'run', 'build');
  await run(
    'Pack',
    yarn,
    ...ours,
    'pack',
    '--out',
    path.join(folder, '%s.tgz'),
  );
  return filesBelow(folder);
}

/** A scope becomes a folder. */
function filesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.tgz'))
    .map(file => path.join(folder, file))
    .sort();
}
