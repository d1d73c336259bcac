import {
  Health,
  HEALTHS,
  PipelineList,
  PipelineSummary,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Page } from 'playwright-core';

const OWNERS = ['web', 'fin', 'risk', 'ops', 'data-platform-of-the-north'];
const SENTENCES: Record<Health, string> = {
  Healthy: 'All jobs and topics are healthy',
  Progressing: 'The job is upgrading: a savepoint was taken, new pods start',
  Degraded:
    'The job has made no checkpoint for 12 minutes: the last 3 failed, because the storage refuses the credentials of the job',
  Suspended: 'The job is suspended',
  Missing: 'The job is declared but not there',
  Unknown: 'The operator has said nothing about this version of the job yet',
};

/** The list of our backend's API, played by the test: many pipelines, all of different lengths. */
export class SimulatedFleet {
  readonly #rows: PipelineSummary[];

  constructor(pipelines: number) {
    this.#rows = Array.from({ length: pipelines }, (_, index) => row(index));
  }

  /** Answers what the page asks of the list; everything else goes to the portal. */
  async serve(page: Page) {
    await page.route(/\/api\/data-pipelines\/pipelines(\?|$)/, route => {
      const { searchParams } = new URL(route.request().url());
      const from = Number(searchParams.get('cursor') ?? 0);
      const limit = Number(searchParams.get('limit') ?? 100);
      return route.fulfill({ json: this.#page(from, limit) });
    });
  }

  #page(from: number, limit: number): PipelineList {
    const rows = this.#rows;
    const to = from + limit;
    return {
      items: rows.slice(from, to),
      nextCursor: to < rows.length ? String(to) : undefined,
      total: rows.length,
      facets: {
        all: rows.length,
        health: counts(rows.map(({ verdict }) => verdict.health)),
        owner: counts(rows.flatMap(({ owner }) => owner ?? [])),
        cluster: { east: rows.length },
        environment: { dev: rows.length, prod: rows.length },
        engine: { kafka: rows.length, flink: rows.length },
      },
      clusters: [{ name: 'east', status: 'live' }],
    };
  }
}

function row(index: number): PipelineSummary {
  const name = `pipeline-${index}${'-of-orders'.repeat(index % 5)}`;
  const health = HEALTHS[index % HEALTHS.length];
  const verdict = {
    health,
    reason: 'Simulated',
    message: `sessionize-${index}: ${SENTENCES[health]}`,
  };
  const place = { cluster: 'east', namespace: 'data', release: name };
  return {
    entityRef: `component:default/${name}`,
    name,
    owner: `group:default/${OWNERS[index % OWNERS.length]}`,
    engines: index % 3 ? ['kafka', 'flink'] : ['kafka', 'flink', 'spark'],
    verdict,
    environments: ['dev', 'staging', 'prod']
      .slice(index % 3)
      .map(environment => ({
        environment: { ...place, name: environment },
        verdict,
      })),
    changedAt: new Date(Date.now() - index * 60_000).toISOString(),
  };
}

function counts<T extends string>(
  values: T[],
): Partial<Record<T, number>> & Record<string, number> {
  const result: Record<string, number> = {};
  for (const value of values) result[value] = (result[value] ?? 0) + 1;
  return result as Partial<Record<T, number>> & Record<string, number>;
}
