import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Portal } from './portal';
import { processesOf } from './processes';

describe('npm start', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-start-'));
  const portals: Portal[] = [];

  const start = (options: Parameters<typeof Portal.start>[0]) => {
    const portal = Portal.start(options);
    portals.push(portal);
    return portal;
  };

  afterAll(async () => {
    for (const portal of portals) await portal.interrupt();
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('says that a port is taken, and what to do', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const portal = start({ home, port });
    expect(await portal.ended()).toBe(1);
    expect(portal.output).toContain(
      `✖ Port ${port} is taken by another program. End that program, or choose another port: npm start -- --port ${
        port + 1
      }`,
    );
    expect(await processesOf(home)).toEqual([]);
    other.close();
  });

  it('says that a port is none', async () => {
    const portal = start({ home, port: 70_000 });
    expect(await portal.ended()).toBe(1);
    expect(portal.output).toContain(
      '✖ --port 70000: not a port. Give a number from 0 to 65535.',
    );
  });

  it.each([
    ['git', '"git --version" does not work here. Install Git'],
    ['go', '"go version" does not work here. Install Go 1.26 or newer'],
    [
      'python3',
      '"python3 -m pip --version" does not work here. Install Python',
    ],
  ])('names a missing %s and the remedy', async (missing, sentence) => {
    const bin = fs.mkdtempSync(path.join(home, 'bin-'));
    for (const tool of ['git', 'go', 'python3']) {
      if (tool === missing) continue;
      // Only whether it answers is asked here.
      fs.writeFileSync(path.join(bin, tool), '#!/bin/sh\n', { mode: 0o755 });
    }
    const portal = start({ home, env: { PATH: bin } });
    expect(await portal.ended()).toBe(1);
    expect(portal.output).toContain(sentence);
    expect(portal.output).toContain('start again.');
  });

  it.each(['API server at', '… Portal'])(
    'leaves no process behind when it is interrupted at "%s"',
    async line => {
      const portal = start({ home });
      await portal.says(line);
      await portal.interrupt();
      expect(await processesOf(home)).toEqual([]);
    },
    180_000,
  );

  it('can simply be started again after that, in under a minute', async () => {
    const began = Date.now();
    const second = start({ home });
    expect(await second.address()).toMatch(/^http:\/\/localhost:\d+$/);
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(await second.interrupt()).toBe(0);
    expect(await processesOf(home)).toEqual([]);
  }, 180_000);
});
