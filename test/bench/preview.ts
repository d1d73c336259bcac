import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  formToSpec,
  PipelineForm,
} from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  Helm,
  loadCharts,
  PipelinePreviewer,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { ensureBinaries } from '../cluster/binaries';
import { figure, median, percentile, run, timed } from './figures';
import { pipelineForm } from './pipelineForm';

const EDITS = 40;

/**
 * What a person waits for after one edit in the wizard: form, files, Helm,
 * rules and totals. Beside it bare `helm template` of the same chart, each
 * after one edit, on the same machine at the same time.
 */
async function bench() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-bench-'));
  const { helm4 } = await ensureBinaries(() => {});
  const helm = new Helm({ binary: helm4 });
  const charts = await loadCharts(path.resolve(__dirname, '../../charts'));
  const previewer = new PipelinePreviewer({ charts, helm });
  try {
    const preview = async (form: PipelineForm) => {
      const { problems, environments } = await previewer.preview(
        formToSpec(form),
      );
      const error = problems[0]?.problem ?? environments[0].error;
      if (error) throw new Error(error);
      return environments[0];
    };
    const { objects } = await preview(pipelineForm());
    const spec = formToSpec(pipelineForm());
    await writeFiles(dir, generatePipeline({ spec, charts }));
    const times: number[] = [];
    const bare: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      times.push(await timed(() => preview(edited(edit))));
      bare.push(
        await timed(() =>
          helm.template({
            dir,
            release: spec.pipeline.name,
            namespace: 'pipelines',
            values: ['values-prod.yaml'],
          }),
        ),
      );
    }
    figure('preview.objects', objects.length, 'objects', 'about 50', 50);
    figure('preview.median', median(times), 'ms', '< 700', median(bare));
    const [p95, base] = [percentile(times, 95), percentile(bare, 95)];
    figure('preview.p95', p95, 'ms', '< 700', base);
  } finally {
    await previewer.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** A form after one edit: another parallelism, one more topic, another text. */
function edited(edit: number): PipelineForm {
  const form = pipelineForm();
  const [job, ...jobs] = form.flinkJobs!;
  switch (edit % 3) {
    case 0:
      return {
        ...form,
        flinkJobs: [{ ...job, parallelism: 1 + (edit % 12) }, ...jobs],
      };
    case 1:
      return {
        ...form,
        topics: [...form.topics!, { name: `more-${edit}`, partitions: 6 }],
      };
    default:
      return { ...form, description: `Edited ${edit} times` };
  }
}

run(bench);
