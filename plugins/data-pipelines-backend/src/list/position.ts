import { InputError } from '@backstage/errors';
import {
  PipelineQuery,
  PipelineSummary,
  severity,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { keptWith } from './keptWith';

/** @public */
export type PipelineSort = NonNullable<PipelineQuery['sort']>;

/** How a list is sorted. */
export interface Ordering {
  sort: PipelineSort;
  order: 'asc' | 'desc';
}

/**
 * Where a pipeline stands in a list: by the first, then by the second, then by
 * its ref, which no two share. Null stands last, whatever the order.
 */
export type Position = [
  first: string | number | null,
  second: string | null,
  ref: string,
];

const ORDERS: Record<PipelineSort, 'asc' | 'desc'> = {
  health: 'asc',
  name: 'asc',
  owner: 'asc',
  changed: 'desc',
};

/** Every list sorts by them, and they seldom change. */
const nameOf = keptWith(({ title, name }: PipelineSummary) =>
  (title ?? name).toLocaleLowerCase('en'),
);

const FIRST: Record<
  PipelineSort,
  (pipeline: PipelineSummary) => string | number | null
> = {
  health: ({ verdict }) => severity(verdict.health),
  name: nameOf,
  owner: ({ owner }) => owner ?? null,
  changed: ({ changedAt }) => changedAt ?? null,
};

/** What is not said is as people expect it: the worst or the latest first. */
export function orderingOf({
  sort = 'health',
  order,
}: PipelineQuery): Ordering {
  return { sort, order: order ?? ORDERS[sort] };
}

export function positionOf(
  pipeline: PipelineSummary,
  { sort }: Ordering,
): Position {
  return [
    FIRST[sort](pipeline),
    sort === 'health' ? pipeline.changedAt ?? null : nameOf(pipeline),
    pipeline.entityRef,
  ];
}

/** Below zero where `a` stands before `b`. */
export function comparePositions(
  a: Position,
  b: Position,
  { sort, order }: Ordering,
): number {
  return (
    compare(a[0], b[0], order) ||
    // Of equally healthy ones the latest change comes first.
    compare(a[1], b[1], sort === 'health' ? 'desc' : 'asc') ||
    compare(a[2], b[2], 'asc')
  );
}

/** What a client sends back to get the next page; it need not understand it. */
export function toCursor(position: Position, ordering: Ordering): string {
  const { sort, order } = ordering;
  return Buffer.from(JSON.stringify([sort, order, ...position])).toString(
    'base64url',
  );
}

/** @throws InputError where it is none of ours, or of another order */
export function fromCursor(cursor: string, ordering: Ordering): Position {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    parts = undefined;
  }
  if (!Array.isArray(parts) || parts.length !== 5) throw notOurs();
  const [sort, order, first, second, ref] = parts as unknown[];
  if (sort !== ordering.sort || order !== ordering.order) {
    throw new InputError(
      'cursor: is of a list in another order; ask with the same sort and order, or leave it out to begin again',
    );
  }
  if (
    !(isText(first) || Number.isFinite(first)) ||
    !isText(second) ||
    typeof ref !== 'string'
  ) {
    throw notOurs();
  }
  return [first as Position[0], second, ref];
}

function notOurs() {
  return new InputError(
    'cursor: is none that this API gave; leave it out to begin with the first',
  );
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function compare<T extends string | number>(
  a: T | null,
  b: T | null,
  order: 'asc' | 'desc',
): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  const difference = a < b ? -1 : 1;
  return order === 'asc' ? difference : -difference;
}
