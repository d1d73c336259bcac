import {
  Health,
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Listing } from './Listing';
import { listPipelines as listOf } from './listPipelines';

interface Options {
  health?: Health;
  owner?: string;
  title?: string;
  message?: string;
  engines?: PipelineSummary['engines'];
  changedAt?: string;
  /** Such as `prod=east`. */
  environments?: string[];
}

function pipeline(name: string, options: Options = {}): PipelineSummary {
  const verdict = {
    health: options.health ?? 'Healthy',
    reason: 'R',
    message: options.message ?? 'All is well',
  };
  return {
    entityRef: `component:default/${name}`,
    name,
    title: options.title,
    owner: options.owner,
    engines: options.engines ?? ['flink'],
    verdict,
    changedAt: options.changedAt,
    environments: (options.environments ?? ['dev=east']).map(text => {
      const [environment, cluster] = text.split('=');
      return {
        environment: {
          name: environment,
          cluster,
          namespace: 'pipelines',
          release: name,
        },
        verdict,
      };
    }),
  };
}

const FLEET = [
  pipeline('clicks', {
    owner: 'group:default/web',
    environments: ['dev=east', 'prod=west'],
  }),
  pipeline('orders', {
    owner: 'group:default/shop',
    health: 'Degraded',
    title: 'Bestellungen',
    message: 'enrich: The image cannot be pulled',
    engines: ['kafka', 'spark'],
    changedAt: '2026-01-02T00:00:00Z',
  }),
  pipeline('payments', {
    owner: 'group:default/shop',
    health: 'Degraded',
    engines: ['kafka', 'flink'],
    changedAt: '2026-01-03T00:00:00Z',
    environments: ['dev=west', 'prod=east'],
  }),
  pipeline('audit', { health: 'Suspended', changedAt: '2026-01-01T00:00:00Z' }),
];

const listPipelines = (all: PipelineSummary[], query: PipelineQuery) =>
  listOf(Listing.of(all), query);

const names = (query: PipelineQuery) =>
  listPipelines(FLEET, query).items.map(({ name }) => name);

describe('listPipelines', () => {
  it.each<[PipelineQuery, string[]]>([
    [{}, ['payments', 'orders', 'audit', 'clicks']],
    [
      { sort: 'health', order: 'desc' },
      ['clicks', 'audit', 'payments', 'orders'],
    ],
    [{ sort: 'name' }, ['audit', 'orders', 'clicks', 'payments']],
    [
      { sort: 'name', order: 'desc' },
      ['payments', 'clicks', 'orders', 'audit'],
    ],
    [{ sort: 'owner' }, ['orders', 'payments', 'clicks', 'audit']],
    [
      { sort: 'owner', order: 'desc' },
      ['clicks', 'orders', 'payments', 'audit'],
    ],
    [{ sort: 'changed' }, ['payments', 'orders', 'audit', 'clicks']],
    [
      { sort: 'changed', order: 'asc' },
      ['audit', 'orders', 'payments', 'clicks'],
    ],
  ])('sorts by %j', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it.each<[PipelineQuery, string[]]>([
    [{ owner: ['group:default/web'] }, ['clicks']],
    [
      { owner: ['group:default/web', 'group:default/shop'] },
      ['clicks', 'orders', 'payments'],
    ],
    [{ health: ['Suspended', 'Healthy'] }, ['audit', 'clicks']],
    [{ engine: ['spark'] }, ['orders']],
    [{ engine: ['kafka'], owner: ['group:default/web'] }, []],
    [{ cluster: ['west'] }, ['clicks', 'payments']],
    [{ environment: ['prod'] }, ['clicks', 'payments']],
    [{ environment: ['prod'], cluster: ['west'] }, ['clicks']],
    [{ ref: ['component:default/audit', 'component:other/audit'] }, ['audit']],
    [{ text: 'bestell' }, ['orders']],
    [{ text: ' IMAGE  pulled ' }, ['orders']],
    [{ text: 'ord' }, ['orders']],
    [{ text: 'ord nothing' }, []],
    [{ owner: [], text: '' }, ['audit', 'clicks', 'orders', 'payments']],
  ])('finds by %j', (query, expected) => {
    expect(names(query).sort()).toEqual(expected);
  });

  it('counts what is found, and what the filters can be set to without them', () => {
    const { total, facets } = listPipelines(FLEET, { text: 'ord', limit: 1 });
    expect(total).toBe(1);
    expect(facets).toEqual({
      all: 4,
      health: { Healthy: 1, Degraded: 2, Suspended: 1 },
      owner: { 'group:default/shop': 2, 'group:default/web': 1 },
      cluster: { east: 4, west: 2 },
      environment: { dev: 4, prod: 2 },
      engine: { flink: 3, kafka: 2, spark: 1 },
    });
  });

  it.each<PipelineQuery>([
    {},
    { sort: 'name' },
    { sort: 'owner', order: 'desc' },
    { sort: 'changed' },
    { sort: 'changed', order: 'asc' },
  ])('comes page by page as it comes at once: %j', query => {
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = listPipelines(FLEET, { ...query, limit: 1, cursor });
      expect(page.total).toBe(4);
      paged.push(...page.items.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(names(query));
  });

  it('has one page where all fit on it', () => {
    expect(listPipelines(FLEET, { limit: 4 }).nextCursor).toBeUndefined();
    expect(listPipelines([], {}).items).toEqual([]);
  });

  it('goes on where it ended, though the last one went and others came', () => {
    const { nextCursor } = listPipelines(FLEET, { sort: 'name', limit: 2 });
    const later = [
      pipeline('aaa'),
      pipeline('dddd'),
      ...FLEET.filter(({ name }) => name !== 'orders'),
    ];
    const next = listPipelines(later, { sort: 'name', cursor: nextCursor });
    expect(next.items.map(({ name }) => name)).toEqual([
      'clicks',
      'dddd',
      'payments',
    ]);
  });

  it.each([
    ['x', /none that this API gave/],
    [Buffer.from('[1,2,3]').toString('base64url'), /none that this API gave/],
    [
      Buffer.from('["name","asc",{},"","x"]').toString('base64url'),
      /none that this API gave/,
    ],
    [
      Buffer.from('["name","desc","","","x"]').toString('base64url'),
      /of a list in another order/,
    ],
  ])('refuses the cursor %s', (cursor, sentence) => {
    expect(() => listPipelines(FLEET, { sort: 'name', cursor })).toThrow(
      sentence,
    );
  });
});
