import {
  EnvironmentEffect,
  GeneratedFile,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Helm } from '../helm';
import { Edit } from './edit';
import { effectOn } from './effectOn';
import { renderEnvironments, Renderings } from './renderEnvironments';

/**
 * What an edit of a pipeline's repository does, before anything is written.
 *
 * @public
 */
export interface EditPreview extends Pick<Edit, 'kept'> {
  /** Files that are new or have other text. */
  changed: GeneratedFile[];
  /** Paths of files that are gone. */
  removed: string[];
  /** Every environment that is there afterwards; none where no file changes. */
  environments: EnvironmentEffect[];
}

/**
 * Says what an edit does to files and, by what Helm renders, to each
 * environment and its jobs.
 *
 * @param options - `before`: what the files render as they are, where it is known
 * @throws InputError where the edit or Helm refuses, with the remedy
 * @public
 */
export async function previewEdit(options: {
  files: readonly GeneratedFile[];
  edit(files: readonly GeneratedFile[]): Edit | Promise<Edit>;
  helm: Helm;
  before?: () => Promise<Renderings>;
  signal?: AbortSignal;
}): Promise<EditPreview> {
  const { files, helm, signal } = options;
  const { files: edited, kept } = await options.edit(files);
  const old = new Map(files.map(({ path, content }) => [path, content]));
  const changed = edited.filter(one => old.get(one.path) !== one.content);
  const paths = new Set(edited.map(({ path }) => path));
  const removed = [...old.keys()].filter(path => !paths.has(path));
  if (changed.length + removed.length === 0) {
    return { changed, removed, kept, environments: [] };
  }
  const before = await (options.before?.() ??
    renderEnvironments(files, helm, signal));
  const after = await renderEnvironments(edited, helm, signal);
  const environments = [...after].map(([name, objects]) =>
    effectOn(name, before.get(name), objects),
  );
  return { changed, removed, kept, environments };
}
