import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  generatePipeline,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parseAllDocuments, stringify } from 'yaml';
import { ensureBinaries } from '../cluster/binaries';
import { readSample } from '../integration/world';
import { figure, median, run } from './figures';

const execute = promisify(execFile);
const ROUNDS = 20;

/**
 * What our templates cost over `helm template` on the same objects as plain
 * YAML, for a pipeline of about 50 objects. Both sides alternate in one run.
 */
async function bench() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-bench-'));
  try {
    const { helm4 } = await ensureBinaries(() => {});
    const ours = path.join(home, 'ours');
    const plain = path.join(home, 'plain');
    await writePipeline(ours);
    const render = async (cwd: string, ...args: string[]) => {
      const began = process.hrtime.bigint();
      const { stdout } = await execute(
        helm4,
        ['template', 'rel', '.', ...args],
        {
          cwd,
          maxBuffer: 1 << 26,
        },
      );
      const milliseconds = Number(process.hrtime.bigint() - began) / 1e6;
      return { stdout, milliseconds };
    };
    const values = ['-f', 'values-dev.yaml', '-n', 'pipelines'];
    const { stdout } = await render(ours, ...values);
    const count = parseAllDocuments(stdout).filter(
      document => document.contents,
    ).length;
    await writePlain(plain, stdout);
    const times = { ours: [0], schema: [0], plain: [0] };
    for (let round = 0; round < ROUNDS; round++) {
      const skip = '--skip-schema-validation';
      times.ours[round] = (await render(ours, ...values, skip)).milliseconds;
      times.schema[round] = (await render(ours, ...values)).milliseconds;
      times.plain[round] = (await render(plain)).milliseconds;
    }
    const base = median(times.plain);
    figure('render.objects', count, 'objects', 'about 50', 50);
    figure(
      'render.templates',
      median(times.ours) / base,
      'times plain YAML',
      '<= 2',
      base,
    );
    figure('render.with-schemas', median(times.schema), 'ms', '< 300', base);
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
}

async function writePipeline(directory: string) {
  const charts = await loadCharts(path.resolve(__dirname, '../../charts'));
  const spec = readSample('clickstream');
  const job = {
    image: { repository: 'flink', tag: '2.1' },
    jar: 'local:///opt/flink/usrlib/job.jar',
    reads: ['clicks'],
  };
  spec.values = {
    ...spec.values,
    kafka: {
      topics: Object.fromEntries(
        ['clicks', 'a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name => [name, {}]),
      ),
    },
    flink: {
      jobs: Object.fromEntries(
        Array.from({ length: 8 }, (_, index) => [`job-${index}`, job]),
      ),
    },
  };
  await writeFiles(directory, generatePipeline({ spec, charts }));
}

async function writePlain(directory: string, rendered: string) {
  await writeFiles(directory, [
    {
      path: 'Chart.yaml',
      content: stringify({ apiVersion: 'v2', name: 'plain', version: '0.1.0' }),
    },
    // Text that looks like a template would be one here.
    {
      path: 'templates/all.yaml',
      content: rendered.replace(/\{\{/g, '{{ "{{" }}'),
    },
  ]);
}

run(bench);
