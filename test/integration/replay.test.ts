import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const recorded = path.join(
  root,
  'plugins/data-pipelines-common/src/replay/__fixtures__',
);

/** `npm run replay -- DIR`, called from the folder above DIR. */
function replay(dir: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [path.join(root, 'tools/bootstrap.mjs'), 'replay', path.basename(dir)],
    {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: path.dirname(dir), NODE_OPTIONS: '' },
    },
  );
  const spans: Array<{ file: string; object: string }> = stdout
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
  return { spans, stderr, status };
}

describe('npm run replay', () => {
  let dir: string;

  beforeEach(() => {
    dir = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-replay-'));
  });
  afterEach(() => fs.rmSync(dir, { recursive: true }));

  it('prints a line of JSON a span, and what it could not read elsewhere', () => {
    fs.cpSync(path.join(recorded, 'flink-operator'), path.join(dir, 'lab'), {
      recursive: true,
    });
    fs.mkdirSync(path.join(dir, 'empty'));
    fs.appendFileSync(path.join(dir, 'lab/pods.ndjson'), '{"at":"2026-11-');
    const { spans, stderr, status } = replay(dir);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^lab\/pods\.ndjson:\d+: it is no JSON/);
    expect(spans.length).toBeGreaterThan(50);
    expect(new Set(spans.map(({ file }) => file))).toEqual(
      new Set([
        'lab/flinkdeployments.ndjson',
        'lab/flinkstatesnapshots.ndjson',
      ]),
    );
    expect(Object.keys(spans[0])).toEqual([
      'file',
      'object',
      'from',
      'to',
      'health',
      'reason',
    ]);
  }, 60_000);

  it('says nothing of an empty folder, and refuses one that is not there', () => {
    expect(replay(dir)).toEqual({ spans: [], stderr: '', status: 0 });
    const missing = replay(path.join(dir, 'nope'));
    expect(missing.status).toBe(1);
    expect(missing.stderr).toContain('nope cannot be read');
  }, 60_000);
});
