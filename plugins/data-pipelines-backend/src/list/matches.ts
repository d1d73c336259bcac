import {
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { keptWith } from './keptWith';

/** Everybody who searches looks at all of them, and they seldom change. */
const toldOf = keptWith(({ name, title = '', verdict }: PipelineSummary) =>
  `${name}\n${title}\n${verdict.message}`.toLocaleLowerCase('en'),
);

/**
 * Whether a pipeline is asked for: any value of one filter, all filters
 * together. Cluster and environment are those of the same environment.
 */
export function matches(
  pipeline: PipelineSummary,
  query: PipelineQuery,
): boolean {
  const { entityRef, owner, verdict, engines, environments } = pipeline;
  return (
    among(query.ref, entityRef) &&
    among(query.owner, owner) &&
    among(query.health, verdict.health) &&
    (!query.engine?.length ||
      engines.some(engine => among(query.engine, engine))) &&
    ((!query.cluster?.length && !query.environment?.length) ||
      environments.some(
        ({ environment }) =>
          among(query.cluster, environment.cluster) &&
          among(query.environment, environment.name),
      )) &&
    holds(pipeline, query.text)
  );
}

/** No values: any will do. */
function among<T>(wanted: readonly T[] | undefined, value: T | undefined) {
  return !wanted?.length || (value !== undefined && wanted.includes(value));
}

/** Every word of the text is in the name, the title or the sentence. */
function holds(pipeline: PipelineSummary, text: string | undefined): boolean {
  if (!text) return true;
  const told = toldOf(pipeline);
  const words = text.toLocaleLowerCase('en').split(/\s+/);
  return words.every(word => told.includes(word));
}
