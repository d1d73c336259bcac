import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { Lab } from './lab';

const charts = path.resolve(__dirname, '../../charts');

/** A generated pipeline, installed on the lab's node by plain Helm as its README says. */
export class LabPipeline {
  readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-lab-'));

  constructor(private readonly lab: Lab, private readonly namespace: string) {}

  /** `helm upgrade --install` for the first environment of the specification. */
  async install(spec: PipelineSpec, ...args: string[]): Promise<string> {
    await writeFiles(
      this.folder,
      generatePipeline({ spec, charts: await loadCharts(charts) }),
    );
    const [environment] = Object.keys(spec.environments);
    return this.lab.helm(
      ...['upgrade', '--install', spec.pipeline.name, this.folder],
      ...['--namespace', this.namespace, '--create-namespace'],
      ...['-f', path.join(this.folder, `values-${environment}.yaml`), ...args],
    );
  }

  remove() {
    fs.rmSync(this.folder, { recursive: true, force: true });
  }
}
