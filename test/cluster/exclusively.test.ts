import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { exclusively } from './exclusively';

describe('exclusively', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-lock-'));
  const lock = path.join(home, 'folder/one.lock');
  const sleep = () => new Promise(resolve => setTimeout(resolve, 30));

  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

  it('runs one after another', async () => {
    let running = 0;
    let most = 0;
    const body = async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep();
      running -= 1;
    };
    await Promise.all([1, 2, 3].map(() => exclusively(lock, body)));
    expect(most).toBe(1);
  });

  it('lets the next one run after a failure', async () => {
    const failing = exclusively(lock, async () => {
      throw new Error('no disk');
    });
    await expect(failing).rejects.toThrow('no disk');
    expect(await exclusively(lock, async () => 'done')).toBe('done');
  });

  it('does not wait for a process that is gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    fs.writeFileSync(lock, `${pid}`);
    expect(await exclusively(lock, async () => 'done')).toBe('done');
  });

  it('waits for a process that runs', async () => {
    fs.writeFileSync(lock, `${process.ppid}`);
    const waiting = exclusively(lock, async () => 'done');
    expect(await Promise.race([waiting, sleep()])).toBeUndefined();
    fs.rmSync(lock);
    expect(await waiting).toBe('done');
  });
});
