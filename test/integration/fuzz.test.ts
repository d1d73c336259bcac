import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { TestBackend } from '@backstage/backend-test-utils';
import { ensureSchemathesis } from '../engines/schemathesis';
import { CALLERS, permissions } from './callers';
import { startPortal } from './startPortal';
import { readSample, startWorld, World } from './world';

/** Requests made from the OpenAPI document, right and wrong ones, at a real portal. */
describe('whatever is asked', () => {
  let world: World;
  let backend: TestBackend;
  let tool: string;

  beforeAll(async () => {
    tool = await ensureSchemathesis();
    world = await startWorld({ speed: 50 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    backend = await startPortal(world, permissions.factory);
  }, 300_000);

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  it('is answered without an error of the server', async () => {
    const { code, output } = await fuzz();
    // What it found, with the request to repeat it by.
    if (code !== 0) throw new Error(output);
    expect(output).toMatch(/Tested:\s+28/);
  }, 300_000);

  /** Runs it in a folder of its own: it leaves what it found there. */
  async function fuzz(): Promise<{ code: number | null; output: string }> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-fuzz-'));
    const portal = `http://127.0.0.1:${backend.server.port()}`;
    const document = path.join(folder, 'openapi.json');
    fs.writeFileSync(document, await documentOf(portal));
    const args = [
      ...[tool, 'run', document, '--url', portal],
      ...['--header', `Authorization:${CALLERS.operator}`],
      ...['--checks', 'not_a_server_error'],
      ...['--phases', 'examples,coverage,fuzzing'],
      ...['--max-examples', '25', '--seed', '1', '--max-time', '150'],
      ...['--no-color', '--generation-database', 'none'],
    ];
    try {
      return await new Promise((resolve, reject) => {
        const child = spawn('python3', args, {
          cwd: folder,
          env: {
            ...process.env,
            PYTHONPATH: path.dirname(path.dirname(tool)),
            PYTHONDONTWRITEBYTECODE: '1',
          },
        });
        const chunks: Buffer[] = [];
        child.stdout.on('data', chunk => chunks.push(chunk));
        child.stderr.on('data', chunk => chunks.push(chunk));
        child.on('error', reject);
        child.on('close', code =>
          resolve({ code, output: Buffer.concat(chunks).toString() }),
        );
      });
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
});

/**
 * The portal's document. Lists are as long as every list of long texts can be
 * in an address: Node closes the connection for addresses of more than 16 kB,
 * before any route is asked.
 */
async function documentOf(portal: string): Promise<string> {
  const response = await fetch(`${portal}/api/data-pipelines/openapi.json`, {
    headers: { Authorization: CALLERS.operator },
  });
  expect(response.status).toBe(200);
  return JSON.stringify(await response.json(), (key, value) =>
    key === 'maxItems' ? Math.min(value, 20) : value,
  );
}
