import {
  Health,
  HEALTHS,
  PipelineQuery,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Whose pipelines. */
export type Tab = 'mine' | 'starred' | 'all';

/** What the address says: a link shows another person the same. */
export interface FleetParams {
  /** Absent where the person did not choose. */
  tab?: Tab;
  query: Pick<
    PipelineQuery,
    | 'health'
    | 'owner'
    | 'cluster'
    | 'environment'
    | 'engine'
    | 'text'
    | 'sort'
    | 'order'
  >;
}

const TABS: readonly Tab[] = ['mine', 'starred', 'all'];
const ENGINES = ['kafka', 'flink', 'spark'] as const;
/** What the backend sorts by. */
export const SORTS = ['health', 'name', 'owner', 'changed'] as const;
const ORDERS = ['asc', 'desc'] as const;

/** Filters that take several values. */
export const FILTERS = [
  'health',
  'owner',
  'cluster',
  'environment',
  'engine',
] as const;

/** The name of a filter, in the address and in the API. */
export type Filter = (typeof FILTERS)[number];

/** Reads the address; what means nothing there is left out. */
export function readParams(params: URLSearchParams): FleetParams {
  return {
    tab: known(TABS, params.getAll('show'))[0],
    query: {
      health: known<Health>(HEALTHS, params.getAll('health')),
      owner: params.getAll('owner'),
      cluster: params.getAll('cluster'),
      environment: params.getAll('environment'),
      engine: known(ENGINES, params.getAll('engine')),
      text: params.get('text') ?? undefined,
      sort: known(SORTS, params.getAll('sort'))[0],
      order: known(ORDERS, params.getAll('order'))[0],
    },
  };
}

/** The address with some of its parameters replaced; an empty list removes one. */
export function withParams(
  before: URLSearchParams,
  change: Readonly<Record<string, readonly string[]>>,
): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, values] of Object.entries(change)) {
    next.delete(name);
    for (const value of values) next.append(name, value);
  }
  return next;
}

/** Whether something narrows the list beside the tab. */
export function isFiltered({ query }: FleetParams): boolean {
  return (
    Boolean(query.text) || FILTERS.some(name => (query[name] ?? []).length > 0)
  );
}

/** The change that removes every filter and the search, but not tab and order. */
export const NO_FILTERS: Readonly<Record<string, readonly string[]>> =
  Object.fromEntries([...FILTERS, 'text'].map(name => [name, []]));

function known<T extends string>(all: readonly T[], values: string[]): T[] {
  return all.filter(one => values.includes(one));
}
