import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENTS,
  LABEL_PIPELINE,
  parseEnvironments,
  TYPE_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * What was offered before and stays as it was, whatever is found now: pipelines
 * with an environment in a cluster that could not be read, with their parts.
 */
export function keptEntities(
  offered: readonly Entity[],
  incomplete: readonly string[],
): Entity[] {
  const unread = new Set(incomplete);
  const pipelines = new Set(
    offered
      .filter(
        ({ metadata, spec }) =>
          spec?.type === TYPE_PIPELINE &&
          parseEnvironments(
            metadata.annotations?.[ANNOTATION_ENVIRONMENTS],
          ).some(({ cluster }) => unread.has(cluster)),
      )
      .map(({ metadata }) => metadata.name),
  );
  return offered
    .filter(({ metadata, spec }) =>
      pipelines.has(
        spec?.type === TYPE_PIPELINE
          ? metadata.name
          : metadata.annotations?.[LABEL_PIPELINE] ?? '',
      ),
    )
    .map(asOffered);
}

/** Without what the catalog adds. */
function asOffered({ apiVersion, kind, metadata, spec }: Entity): Entity {
  const { uid, etag, ...rest } = metadata;
  return { apiVersion, kind, metadata: rest, spec };
}
