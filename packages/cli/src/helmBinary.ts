import fs from 'node:fs';
import path from 'node:path';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { CannotRun } from './exitCodes';

/**
 * The Helm to render with.
 *
 * @param given - the option `--helm`; else HEADWORKS_HELM, else `helm` on the PATH
 */
export function findHelm(
  given: string | undefined,
  env: NodeJS.ProcessEnv = process.env,
): Helm {
  const name = given || env.HEADWORKS_HELM || 'helm';
  const folders = /[/\\]/.test(name)
    ? ['']
    : (env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const suffixes = process.platform === 'win32' ? ['.exe', ''] : [''];
  const found = folders
    .flatMap(folder => suffixes.map(suffix => path.join(folder, name + suffix)))
    .map(file => path.resolve(file))
    .find(isProgram);
  if (!found) {
    throw new CannotRun(
      `"${name}" is not a program here. Install Helm 4 or 3, or name its binary with --helm or HEADWORKS_HELM.`,
    );
  }
  return new Helm({ binary: found });
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
