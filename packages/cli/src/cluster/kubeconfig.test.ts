import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readKubeconfig } from './kubeconfig';

describe('readKubeconfig', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-kubeconfig-'));
  const write = (name: string, text: string) => {
    const file = path.join(home, name);
    fs.writeFileSync(file, text);
    return file;
  };
  const read = (...files: string[]) =>
    readKubeconfig({ env: { KUBECONFIG: files.join(path.delimiter) } });

  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

  const config = (cluster: string, user: string) => `
current-context: one
contexts:
  - { name: one, context: { cluster: c, user: u, namespace: data } }
  - { name: two, context: { cluster: gone, user: u } }
clusters:
  - { name: c, cluster: { server: https://c.example:6443, ${cluster} } }
users:
  - { name: u, user: { ${user} } }
`;

  it('reads certificates and keys, in the file or beside it', async () => {
    write('ca.pem', 'CA');
    const data = Buffer.from('KEY').toString('base64');
    const file = write(
      'certificates',
      config(
        'certificate-authority: ca.pem',
        `client-certificate: ca.pem, client-key-data: ${data}`,
      ),
    );
    expect(await read(file)).toEqual({
      context: 'one',
      server: 'https://c.example:6443',
      ca: 'CA',
      skipVerify: false,
      serverName: undefined,
      certificate: 'CA',
      key: 'KEY',
      namespace: 'data',
    });
  });

  it('merges files, of which the first wins', async () => {
    const first = write('first', 'current-context: one\n');
    const second = write('second', config('', 'token: abc'));
    expect(await read(first, path.join(home, 'missing'), second)).toMatchObject(
      { context: 'one', authorization: 'Bearer abc' },
    );
  });

  it.each([
    ['username: a, password: b', 'Basic YTpi'],
    ['tokenFile: token', 'Bearer from-a-file'],
  ])('knows the user with %s', async (user, authorization) => {
    write('token', 'from-a-file\n');
    const file = write('user', config('', user));
    expect(await read(file)).toMatchObject({ authorization });
  });

  it.each([
    ['', '{}', 'no current context; choose one with --context.'],
    ['', 'current-context: x', 'there is no context "x"'],
    ['', 'a: [', 'it is no kubeconfig; correct it.'],
    ['proxy', config('proxy-url: http://p', ''), 'has a proxy-url'],
    ['old', config('', 'auth-provider: { name: gcp }'), 'use an exec plugin'],
    [
      'half',
      config('', '').replace('current-context: one', 'current-context: two'),
      'names a cluster or user that is not there',
    ],
    [
      'plugin',
      config('', 'exec: { command: no-such-plugin, installHint: Get it. }'),
      'The credential plugin "no-such-plugin" failed: it is not installed. Get it.',
    ],
  ])('says what is wrong %s', async (_, text, expected) => {
    await expect(read(write('wrong', text))).rejects.toThrow(expected);
  });
});
