import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { createValidatedRouter } from './validated';

describe('createValidatedRouter', () => {
  const app = express()
    .use('/api/data-pipelines', createValidatedRouter(), (asked, response) => {
      response.json({ query: asked.query, body: asked.body });
    })
    .use(mockErrorHandler());
  const get = (path: string) => request(app).get(`/api/data-pipelines${path}`);
  const take = '/api/data-pipelines/jobs/default/a/actions/preview';

  it('hands on lists as lists and numbers as numbers', async () => {
    const { body } = await get(
      '/pipelines?owner=group:default/a,b&health=Healthy&health=Missing&limit=5&text=a%20b',
    );
    expect(body.query).toEqual({
      owner: ['group:default/a,b'],
      health: ['Healthy', 'Missing'],
      limit: 5,
      sort: 'health',
      text: 'a b',
    });
  });

  it.each([
    [
      'sort=nmae',
      'sort: is "nmae"; choose of health, name, owner, changed; did you mean "name"?',
    ],
    [
      'health=Healthy&health=healty',
      'health: is "healty"; choose of Degraded, Missing, Unknown, Progressing, Suspended, Healthy; did you mean "Healthy"?',
    ],
    ['limit=0', 'limit: must be a whole number from 1 to 500'],
    ['limit=501', 'limit: must be a whole number from 1 to 500'],
    ['limit=ten', 'limit: must be a whole number from 1 to 500'],
    ['limit=1.5', 'limit: must be a whole number from 1 to 500'],
    ['limit=', 'limit: is empty; give a value or leave it out'],
    ['text=a&text=b', 'text: may stand there once, as plain text'],
    ['text[x]=a', 'text: may stand there once, as plain text'],
    ['text=%00', 'text: must be plain text'],
    [`text=${'x'.repeat(201)}`, 'text: may have 200 characters at most'],
    ['ref=a&'.repeat(201), 'ref: may stand there 200 times at most'],
    [
      'helth=Healthy',
      'helth: is no parameter of this route; did you mean "health"?',
    ],
    [
      'zzzzzzzz=1',
      'zzzzzzzz: is no parameter of this route; it takes owner, health,',
    ],
  ])('refuses /pipelines?%s', async (query, sentence) => {
    const { status, body } = await get(`/pipelines?${query}`);
    expect(status).toBe(400);
    expect(body.error.message).toContain(sentence);
  });

  it('names a parameter where none is taken', async () => {
    const { status, body } = await get('/pipelines/default/a?deep=yes');
    expect(status).toBe(400);
    expect(body.error.message).toBe('deep: this route takes no parameters');
  });

  it.each<[string, string, string, number, string]>([
    ['nothing', 'application/json', '{}', 400, 'environment: is missing'],
    [
      'a number',
      'application/json',
      '{"environment":1,"key":"12345678","action":{"action":"suspend"}}',
      400,
      'environment: must be string',
    ],
    ['no JSON', 'application/json', '{', 400, 'JSON'],
    ['text', 'text/plain', 'dev', 400, 'Content-Type: application/json'],
    [
      'much',
      'application/json',
      JSON.stringify({ environment: 'x'.repeat(110_000) }),
      413,
      'too large',
    ],
  ])('refuses a body with %s', async (_, type, body, status, sentence) => {
    const response = await request(app).post(take).type(type).send(body);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(sentence);
  });

  it('leaves alone what it does not know', async () => {
    expect((await get('/elsewhere?x=1')).body.query).toEqual({ x: '1' });
  });

  it('serves the document under the paths that it is asked at', async () => {
    const { body } = await get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/data-pipelines/pipelines');
  });
});
