import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { replaceFiles } from './replaceFiles';

describe('replaceFiles', () => {
  let directory: string;

  beforeEach(() => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-replace-'));
    fs.mkdirSync(path.join(directory, 'a/b'), { recursive: true });
    fs.writeFileSync(path.join(directory, 'a/b/old'), 'old');
    fs.writeFileSync(path.join(directory, 'kept'), 'kept');
  });

  afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

  const content = () =>
    Object.fromEntries(
      fs
        .readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .sort()
        .map(name => path.join(directory, name))
        .filter(file => fs.statSync(file).isFile())
        .map(file => [
          path.relative(directory, file),
          fs.readFileSync(file, 'utf8'),
        ]),
    );

  it('writes, replaces and removes', async () => {
    await replaceFiles({
      directory,
      written: [
        { path: 'kept', content: 'replaced' },
        { path: 'new/one', content: 'new' },
      ],
      removed: ['a/b/old'],
    });
    expect(content()).toEqual({ kept: 'replaced', 'new/one': 'new' });
    expect(fs.readdirSync(directory).sort()).toEqual(['kept', 'new']);
  });

  it('leaves everything as it was where one cannot be written', async () => {
    const before = content();
    await expect(
      replaceFiles({
        directory,
        written: [
          { path: 'a/b/old', content: 'replaced' },
          { path: 'kept/below', content: 'a file is in the way' },
        ],
        removed: [],
      }),
    ).rejects.toThrow();
    expect(content()).toEqual(before);
    expect(fs.readdirSync(directory).sort()).toEqual(['a', 'kept']);
  });
});
