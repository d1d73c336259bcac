import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';

/** How the list is ordered; what is absent is the backend's choice. */
export type Sort = Pick<PipelineQuery, 'sort' | 'order'>;

/** The column and direction that are in force: the worst, the latest first. */
export function inForce({ sort = 'health', order }: Sort): Required<Sort> {
  return { sort, order: order ?? (sort === 'changed' ? 'desc' : 'asc') };
}

/** Another column begins in its usual order; the same one turns round. */
export function pressed(
  column: NonNullable<Sort['sort']>,
  before: Sort,
): Required<Sort> {
  const { sort, order } = inForce(before);
  if (sort !== column) return inForce({ sort: column });
  return { sort, order: order === 'asc' ? 'desc' : 'asc' };
}
