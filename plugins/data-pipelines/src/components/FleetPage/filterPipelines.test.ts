import {
  Health,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { filterPipelines } from './filterPipelines';

function pipeline(
  name: string,
  health: Health,
  since = '2026-11-24T10:00:00Z',
): PipelineSummary {
  return {
    entityRef: `component:default/${name}`,
    name,
    owner: `group:default/${name}-team`,
    engines: ['flink'],
    environments: [],
    verdict: { health, since, reason: 'X', message: `${name} is ${health}` },
  };
}

const ALL = { text: '', health: '', owner: '' } as const;

describe('filterPipelines', () => {
  it('puts the worst first, then the most recent change, then the name', () => {
    const rows = filterPipelines(
      [
        pipeline('b', 'Healthy'),
        pipeline('a', 'Healthy'),
        pipeline('old', 'Degraded', '2026-11-23T10:00:00Z'),
        pipeline('new', 'Degraded', '2026-11-24T10:00:00Z'),
        pipeline('gone', 'Missing'),
      ],
      ALL,
    );
    expect(rows.map(row => row.name)).toEqual(['new', 'old', 'gone', 'a', 'b']);
  });

  it('finds by text in name and sentence, by health and by owner', () => {
    const rows = [pipeline('shop', 'Healthy'), pipeline('fraud', 'Degraded')];
    const names = (filter: Parameters<typeof filterPipelines>[1]) =>
      filterPipelines(rows, filter).map(row => row.name);
    expect(names({ ...ALL, text: 'SHOP' })).toEqual(['shop']);
    expect(names({ ...ALL, text: 'is degraded' })).toEqual(['fraud']);
    expect(names({ ...ALL, health: 'Healthy' })).toEqual(['shop']);
    expect(names({ ...ALL, owner: 'group:default/fraud-team' })).toEqual([
      'fraud',
    ]);
  });
});
