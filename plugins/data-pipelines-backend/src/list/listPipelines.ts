import {
  PipelineList,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Listing } from './Listing';
import { comparePositions, fromCursor, orderingOf, toCursor } from './position';

/** How many a page has where nobody says. */
export const USUAL_LIMIT = 100;

/**
 * One page of the pipelines that are asked for. A page begins where the one
 * before ended, not at a number: what changes in between makes none appear
 * twice or vanish that stayed in its place.
 *
 * @param listing - all that the viewer may see
 * @throws InputError where the cursor is none of this list
 */
export function listPipelines(
  listing: Listing,
  query: PipelineQuery,
): Omit<PipelineList, 'clusters'> {
  const ordering = orderingOf(query);
  const { limit = USUAL_LIMIT, cursor } = query;
  const after = cursor === undefined ? undefined : fromCursor(cursor, ordering);
  const found = listing.find(query);
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
    facets: listing.facets,
  };
}
