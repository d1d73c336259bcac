import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_ENVIRONMENTS,
  LABEL_PIPELINE,
  parseEnvironments,
  TYPE_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * What was offered before and stays although it is not found now: pipelines
 * with an environment in a cluster that could not be read, with their parts.
 */
export function keptEntities(
  offered: readonly Entity[],
  found: readonly Entity[],
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
  const again = new Set(found.map(entity => stringifyEntityRef(entity)));
  return offered
    .filter(({ metadata, spec }) =>
      pipelines.has(
        spec?.type === TYPE_PIPELINE
          ? metadata.name
          : metadata.annotations?.[LABEL_PIPELINE] ?? '',
      ),
    )
    .filter(entity => !again.has(stringifyEntityRef(entity)))
    .map(asOffered);
}

/** Without what the catalog adds. */
function asOffered({ apiVersion, kind, metadata, spec }: Entity): Entity {
  const { uid, etag, ...rest } = metadata;
  return { apiVersion, kind, metadata: rest, spec };
}
