import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readRepository } from './readRepository';

describe('readRepository', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await fs.mkdtemp(path.join(os.tmpdir(), 'headworks-read-'));
  });
  afterEach(() => fs.rm(directory, { recursive: true, force: true }));

  const write = async (name: string, content: string | Buffer) => {
    const file = path.join(directory, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, content);
  };

  it('reads text files of all folders, sorted, whatever they hold', async () => {
    await write('b.yaml', '\ufeffö\r\n');
    await write('a/c/.hidden', '');
    expect(await readRepository(directory)).toEqual([
      { path: 'a/c/.hidden', content: '' },
      { path: 'b.yaml', content: '\ufeffö\r\n' },
    ]);
  });

  it('leaves out what is no text, no file, or Git’s own', async () => {
    await write('logo.png', Buffer.from([0x89, 0x50, 0xff, 0xfe]));
    await write('.git/config', 'x');
    await fs.symlink('/etc/hostname', path.join(directory, 'link'));
    expect(await readRepository(directory)).toEqual([]);
  });
});
