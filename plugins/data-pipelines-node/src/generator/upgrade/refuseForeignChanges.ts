import { InputError } from '@backstage/errors';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { readHeadworksFile, sha256 } from '../headworksFile';
import { readSums } from '../vendored';
import { isUmbrellaFile } from './paths';

/** @throws InputError for files that an upgrade replaces and that people changed */
export function refuseForeignChanges(files: readonly GeneratedFile[]) {
  const there = new Map(files.map(({ path, content }) => [path, content]));
  const ours = new Map([
    ...readSums(files),
    ...Object.entries(readHeadworksFile(files)?.files ?? {}).filter(([path]) =>
      isUmbrellaFile(path),
    ),
  ]);
  const changed = [...ours].filter(([path, sum]) => {
    const content = there.get(path);
    return content === undefined || sha256(content) !== sum;
  });
  if (changed.length === 0) return;
  throw new InputError(
    changed
      .map(
        ([path]) =>
          `${path}: it is not as Headworks wrote it, and an upgrade replaces it; move the change to \`override\` in the values, and restore the file from Git`,
      )
      .join('\n'),
  );
}
