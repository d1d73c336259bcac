import {
  Health,
  PipelineQuery,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { listPipelines } from './listPipelines';

function summary(
  name: string,
  health: Health,
  more: Partial<PipelineSummary> & { cluster?: string } = {},
): PipelineSummary {
  const { cluster = 'east', ...rest } = more;
  const verdict = { health, reason: 'R', message: `${name} is ${health}` };
  return {
    entityRef: `component:default/${name}`,
    name,
    owner: 'group:default/web',
    engines: ['flink'],
    verdict,
    environments: [
      {
        verdict,
        environment: { name: 'dev', cluster, namespace: 'n', release: name },
      },
    ],
    ...rest,
  };
}

const fleet = [
  summary('b', 'Healthy', { changedAt: '2026-11-23T09:00:00Z' }),
  summary('a', 'Healthy', { changedAt: '2026-11-23T10:00:00Z' }),
  summary('d', 'Progressing', { owner: 'group:default/risk', cluster: 'west' }),
  summary('c', 'Degraded', { title: 'Zebra', engines: ['kafka', 'spark'] }),
];

const names = (query: PipelineQuery, rows = fleet) =>
  listPipelines(rows, query).items.map(({ name }) => name);

describe('listPipelines', () => {
  it('has the worst first, then the latest change', () => {
    expect(names({})).toEqual(['c', 'd', 'a', 'b']);
  });

  it.each<[PipelineQuery, string[]]>([
    [{ health: ['Degraded', 'Progressing'] }, ['c', 'd']],
    [{ owner: ['group:default/risk'] }, ['d']],
    [{ cluster: ['west'] }, ['d']],
    [{ cluster: ['west'], environment: ['prod'] }, []],
    [{ engine: ['spark'] }, ['c']],
    [{ ref: ['component:default/a'] }, ['a']],
    [{ text: ' zeb ' }, ['c']],
    [{ text: 'is progressing' }, ['d']],
    [{ owner: [], health: [] }, ['c', 'd', 'a', 'b']],
    [{ health: ['Healthy'], owner: ['group:default/risk'] }, []],
    [{ sort: 'name' }, ['a', 'b', 'd', 'c']],
    [{ sort: 'name', order: 'desc' }, ['c', 'd', 'b', 'a']],
    [{ sort: 'owner' }, ['d', 'c', 'a', 'b']],
    [{ sort: 'changed' }, ['a', 'b', 'c', 'd']],
  ])('for %j lists %j', (query, expected) => {
    expect(names(query)).toEqual(expected);
  });

  it.each(['health', 'name', 'owner', 'changed'] as const)(
    'pages through all of it once, by %s, either way',
    sort => {
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = listPipelines(fleet, { sort, order, limit: 1, cursor });
          seen.push(...page.items.map(({ name }) => name));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen).toEqual(names({ sort, order }));
      }
    },
  );

  it('goes on where it was, whatever came and went in between', () => {
    const { nextCursor } = listPipelines(fleet, { sort: 'name', limit: 2 });
    const changed = [
      ...fleet.filter(({ name }) => name !== 'b'),
      summary('aa', 'Healthy'),
    ];
    expect(names({ sort: 'name', cursor: nextCursor }, changed)).toEqual([
      'd',
      'c',
    ]);
  });

  it('counts what the viewer may see, whatever is filtered', () => {
    const { total, facets } = listPipelines(fleet, { health: ['Degraded'] });
    expect(total).toBe(1);
    expect(facets).toEqual({
      all: 4,
      health: { Healthy: 2, Progressing: 1, Degraded: 1 },
      owner: { 'group:default/web': 3, 'group:default/risk': 1 },
      cluster: { east: 3, west: 1 },
      environment: { dev: 4 },
      engine: { flink: 3, kafka: 1, spark: 1 },
    });
  });

  it.each(['nonsense', Buffer.from('["name",1,[1]]').toString('base64url')])(
    'refuses the cursor %s',
    cursor => {
      expect(() => listPipelines(fleet, { cursor })).toThrow(
        'cursor: is none that this API gave for this order; leave it out to begin with the first page',
      );
    },
  );
});
