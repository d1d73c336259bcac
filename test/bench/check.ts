import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  formToSpec,
  lint,
  PipelineValues,
  RULES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  Helm,
  loadCharts,
  renderObjects,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { ensureBinaries } from '../cluster/binaries';
import { figure, median, percentile, run, timed } from './figures';
import { pipelineForm } from './pipelineForm';

const ROUNDS = 40;

/** What all rules cost over a rendered pipeline of about 50 objects, beside `helm template` of it. */
async function bench() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-bench-'));
  try {
    const { helm4 } = await ensureBinaries(() => {});
    const helm = new Helm({ binary: helm4 });
    const charts = await loadCharts(path.resolve(__dirname, '../../charts'));
    const spec = formToSpec(pipelineForm());
    await writeFiles(dir, generatePipeline({ spec, charts }));
    const chart = {
      dir,
      release: spec.pipeline.name,
      namespace: 'pipelines',
      values: ['values-prod.yaml'],
    };
    const objects = await renderObjects({ helm, ...chart });
    const values = {
      ...spec.values,
      global: {
        ...(spec.values.global as object),
        environment: 'prod',
        pipeline: spec.pipeline,
      },
    } as PipelineValues;
    const check = async () => lint({ objects, values, profile: 'regulated' });
    const first = await timed(check);
    const times: number[] = [];
    const helmTimes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await timed(check));
      if (round % 4 === 0) {
        helmTimes.push(await timed(() => helm.template(chart)));
      }
    }
    const base = median(helmTimes);
    figure('check.objects', objects.length, 'objects', 'about 50', 50);
    figure('check.rules', RULES.length, 'rules', '>= 60', 60);
    figure('check.first', first, 'ms', '< 150', base);
    figure('check.median', median(times), 'ms', '< 150', base);
    figure('check.p95', percentile(times, 95), 'ms', '< 150', base);
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

run(bench);
