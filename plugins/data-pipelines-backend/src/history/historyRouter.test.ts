import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { HistoryPage } from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { sqliteStore } from './__testUtils__/sqliteStore';
import { PlacedFact } from './facts/Fact';
import { createHistoryRouter } from './historyRouter';

const PIPELINE = 'component:default/clickstream';
const JOB = 'component:default/sessionize';

describe('createHistoryRouter', () => {
  let knex: Knex;
  let app: express.Express;

  beforeAll(async () => {
    const made = await sqliteStore();
    knex = made.knex;
    await made.store.write([restart(1, JOB), restart(2, JOB), restart(3)]);
    app = express()
      .use(
        createHistoryRouter({
          store: made.store,
          httpAuth: mockServices.httpAuth(),
          catalog: catalogServiceMock({
            entities: [
              component('clickstream', 'data-pipeline'),
              component('sessionize', 'flink-job'),
              component('website', 'website'),
            ],
          }),
        }),
      )
      .use(mockErrorHandler());
  });

  afterAll(() => knex.destroy());

  const get = (path: string, headers: Record<string, string> = {}) =>
    request(app).get(path).set(headers);

  it('gives everything of a pipeline, newest first, page by page', async () => {
    const first = await get('/pipelines/default/clickstream/history?limit=2');
    const page = first.body as HistoryPage;
    expect(page.items.map(item => item.at)).toEqual([at(3), at(2)]);
    const second = await get(
      `/pipelines/default/clickstream/history?limit=2&cursor=${page.nextCursor}`,
    );
    expect(second.body).toEqual({
      items: [
        {
          id: expect.any(String),
          at: at(1),
          pipelineRef: PIPELINE,
          environment: 'prod',
          cluster: 'blue',
          entityRef: JOB,
          object: 'FlinkDeployment/pipelines/sessionize',
          kind: 'restart',
          what: 'Container 1',
          count: 1,
        },
      ],
    });
  });

  it('gives what happened to a job alone', async () => {
    const { body } = await get('/jobs/default/sessionize/history');
    expect(body.items).toHaveLength(2);
  });

  it('says 304 where nothing is new', async () => {
    const path = '/pipelines/default/clickstream/history';
    const { headers } = await get(path);
    const again = await get(path, { 'If-None-Match': headers.etag });
    expect(again.status).toBe(304);
  });

  it.each([
    ['/pipelines/default/secret/history', 404, 'or you may not see it'],
    ['/pipelines/default/website/history', 404, 'is not a data pipeline'],
    ['/jobs/default/clickstream/history', 404, 'is not a job of a pipeline'],
    ['/pipelines/default/clickstream/history?limit=x', 400, 'limit: must be'],
  ])('refuses %s with %i', async (path, status, sentence) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(sentence);
  });
});

function component(name: string, type: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: { type },
  };
}

function at(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
}

function restart(minute: number, entityRef?: string): PlacedFact {
  return {
    kind: 'restart',
    at: at(minute),
    key: String(minute),
    rank: 1,
    place: {
      pipelineRef: PIPELINE,
      environment: 'prod',
      cluster: 'blue',
      entityRef,
      object: 'FlinkDeployment/pipelines/sessionize',
    },
    detail: { kind: 'restart', what: `Container ${minute}`, count: 1 },
  };
}
