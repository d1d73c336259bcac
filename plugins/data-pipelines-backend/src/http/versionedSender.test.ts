import express from 'express';
import request from 'supertest';
import { versionedSender } from './versionedSender';

// A busy machine answers slowly.
jest.setTimeout(60_000);

describe('versionedSender', () => {
  let version = 'first';
  let more: string | undefined;
  const value = jest.fn(() => ({ version, more }));
  const send = versionedSender();
  const app = express().use((asked, response, next) => {
    send(asked, response, { version, value }).catch(next);
  });
  const get = (path: string, etag = '') =>
    request(app).get(path).set('If-None-Match', etag);

  beforeEach(() => {
    version = 'first';
    more = undefined;
    value.mockClear();
  });

  it('makes an answer once for all who ask for the same', async () => {
    const answers = [await get('/list'), await get('/list')];
    for (const { body, headers } of answers) {
      expect(body).toEqual({ version: 'first' });
      expect(headers['content-type']).toContain('application/json');
      expect(headers.etag).toBe('W/"first"');
    }
    expect(value).toHaveBeenCalledTimes(1);
  });

  it('makes another one for another question and for another version', async () => {
    await get('/list?limit=1');
    version = 'second';
    expect((await get('/list?limit=1')).body).toEqual({ version: 'second' });
    expect(value).toHaveBeenCalledTimes(2);
  });

  it('makes none for who has it already', async () => {
    expect((await get('/new', '"other", W/"first"')).status).toBe(304);
    expect(value).not.toHaveBeenCalled();
  });

  it('keeps only the last ones', async () => {
    for (let i = 0; i < 40; i++) await get(`/list/${i}`);
    await get('/list/0');
    expect(value).toHaveBeenCalledTimes(41);
  });

  describe('a long answer', () => {
    const encoded = (path: string, encoding: string) =>
      get(path).set('Accept-Encoding', encoding);

    it('is compressed for who takes it so, whoever asked before', async () => {
      more = 'The job runs. '.repeat(200);
      const asked = ['gzip, br', 'identity', 'br;q=0, gzip', 'gzip, br'];
      const answers = [];
      for (const one of asked) answers.push(await encoded('/long', one));
      expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(
        ['br', undefined, undefined, 'br'],
      );
      const [first, plain] = answers.map(({ headers }) =>
        Number(headers['content-length']),
      );
      expect(plain).toBeGreaterThan(2800);
      expect(first).toBeLessThan(100);
      for (const { body, headers } of answers) {
        expect(body).toEqual({ version, more });
        expect(headers.vary).toContain('Accept-Encoding');
        expect(headers['content-type']).toContain('application/json');
      }
      expect(value).toHaveBeenCalledTimes(1);
    });

    it('is sent as it is where it is short', async () => {
      const { headers } = await encoded('/short', 'br');
      expect(headers['content-encoding']).toBeUndefined();
    });
  });
});
