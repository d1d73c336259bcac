import http from 'node:http';
import { AddressInfo } from 'node:net';
import { leaksIn, secrets } from './secrets';

describe('leaksIn', () => {
  it.each([
    ['{"metadata":{"managedFields":[]}}', 'managedFields'],
    [
      '{"kubectl.kubernetes.io/last-applied-configuration":"{}"}',
      'last-applied-configuration',
    ],
    ['-----BEGIN RSA PRIVATE KEY-----', 'a certificate or key'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.abc', 'a signed token'],
    ['{"message":"sent Bearer abc"}', 'a header with a token'],
  ])('finds in %s: %s', (text, leak) => {
    expect(leaksIn(text)).toEqual([leak]);
  });

  it('finds what a test made, and nothing where nothing is', () => {
    secrets.add('made-by-a-test');
    expect(leaksIn('{"a":"made-by-a-test"}')).toEqual([
      'a credential of the test',
    ]);
    secrets.delete('made-by-a-test');
    expect(leaksIn('{"a":"made-by-a-test"}')).toEqual([]);
  });

  it('reads what a test reads, and leaves it to the test', async () => {
    const server = http.createServer((_, response) => response.end('{"a":1}'));
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const response = await fetch(
      `http://127.0.0.1:${port}/api/data-pipelines/pipelines`,
    );
    expect(await response.json()).toEqual({ a: 1 });
    server.close();
  });
});
