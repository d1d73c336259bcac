import {
  compareVersions,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { editValues } from '../yaml/editValues';
import { readMap } from '../yaml/helmDocument';
import { Migration } from './migrations';
import { isValuesFile } from './paths';

/** Files with every migration between the two versions done, in its order. */
export function migrate(options: {
  files: readonly GeneratedFile[];
  migrations: readonly Migration[];
  from: string;
  to: string;
}): GeneratedFile[] {
  const { files, migrations, from, to } = options;
  const due = migrations.filter(
    ({ version }) =>
      compareVersions(from, version) < 0 && compareVersions(version, to) <= 0,
  );
  return files.map(file =>
    isValuesFile(file.path)
      ? {
          ...file,
          content: due.reduce(
            (content, { edits }) =>
              editValues(content, edits(readMap(content, file.path))),
            file.content,
          ),
        }
      : file,
  );
}
