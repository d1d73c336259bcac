import { LABEL_PIPELINE } from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from './ObjectChange';

/** Names of the pipelines whose labels the changed objects have. */
export function pipelinesOf(changes: readonly ObjectChange[]): Set<string> {
  return new Set(
    changes.flatMap(({ before, after }) =>
      [before, after].flatMap(
        object => object?.metadata.labels[LABEL_PIPELINE] ?? [],
      ),
    ),
  );
}
