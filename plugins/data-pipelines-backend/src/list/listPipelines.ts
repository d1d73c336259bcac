import {
  PipelineList,
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { facetsOf } from './facets';
import { inOrder } from './inOrder';
import { matches } from './matches';
import { comparePositions, fromCursor, orderingOf, toCursor } from './position';

/** How many a page has where nobody says. */
export const USUAL_LIMIT = 100;

/**
 * One page of the pipelines that are asked for. A page begins where the one
 * before ended, not at a number: what changes in between makes none appear
 * twice or vanish that stayed in its place.
 *
 * @param pipelines - all that the viewer may see; the same array is sorted and counted once
 * @throws InputError where the cursor is none of this list
 */
export function listPipelines(
  pipelines: readonly PipelineSummary[],
  query: PipelineQuery,
): Omit<PipelineList, 'clusters'> {
  const ordering = orderingOf(query);
  const { limit = USUAL_LIMIT, cursor } = query;
  const after = cursor === undefined ? undefined : fromCursor(cursor, ordering);
  const found = inOrder(pipelines, ordering).filter(({ pipeline }) =>
    matches(pipeline, query),
  );
  const from = after
    ? found.findIndex(({ at }) => comparePositions(at, after, ordering) > 0)
    : 0;
  const page = from < 0 ? [] : found.slice(from, from + limit);
  const last = page.at(-1);
  return {
    items: page.map(({ pipeline }) => pipeline),
    ...(last &&
      from + limit < found.length && {
        nextCursor: toCursor(last.at, ordering),
      }),
    total: found.length,
    facets: facetsOf(pipelines),
  };
}
