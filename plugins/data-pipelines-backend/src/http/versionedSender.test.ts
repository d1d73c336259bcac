import express from 'express';
import request from 'supertest';
import { versionedSender } from './versionedSender';

// A busy machine answers slowly.
jest.setTimeout(60_000);

describe('versionedSender', () => {
  let version = 'first';
  const value = jest.fn(() => ({ version }));
  const send = versionedSender();
  const app = express().use((asked, response) =>
    send(asked, response, { version, value }),
  );
  const get = (path: string, etag = '') =>
    request(app).get(path).set('If-None-Match', etag);

  beforeEach(() => {
    version = 'first';
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
});
