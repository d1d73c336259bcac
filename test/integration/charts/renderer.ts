import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import {
  generatePipeline,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parseAllDocuments, stringify } from 'yaml';
import { ensureBinaries } from '../../cluster/binaries';
import { KubernetesObject } from '../../cluster/client';
import { readSample } from '../world';
import { chartCases } from './cases';

const run = promisify(execFile);
const root = path.resolve(__dirname, '../../..');

/** An object as Helm renders it. */
export interface Rendered extends KubernetesObject {
  spec: Record<string, unknown>;
}

/** Plain Helm over generated charts; `clickstream` is there from the start. */
export class Renderer {
  readonly home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-charts-'));
  readonly #version: 'helm3' | 'helm4';
  #helm = '';
  #charts: Awaited<ReturnType<typeof loadCharts>> = [];

  constructor(version: 'helm3' | 'helm4') {
    this.#version = version;
  }

  async start() {
    this.#helm = (await ensureBinaries(() => {}))[this.#version];
    this.#charts = await loadCharts(path.join(root, 'charts'));
    await this.write(readSample('clickstream'));
  }

  stop() {
    fs.rmSync(this.home, { recursive: true, force: true });
  }

  async write(spec: PipelineSpec) {
    const directory = path.join(this.home, spec.pipeline.name);
    await writeFiles(
      directory,
      generatePipeline({ spec, charts: this.#charts }),
    );
    return directory;
  }

  /**
   * The objects of one of the values files in a chart's `ci`, such as
   * `flink/operator-prod`, with more values on top.
   */
  async case(wanted: string, extra: object = {}): Promise<Rendered[]> {
    return parseAllDocuments(await this.caseText(wanted, extra))
      .map(document => document.toJSON() as Rendered | null)
      .filter((object): object is Rendered => object !== null);
  }

  /** The same as Helm printed it, with the template that each is from. */
  async caseText(wanted: string, extra: object = {}): Promise<string> {
    const found = chartCases().find(({ name }) => name === wanted);
    if (!found) throw new Error(`charts/*/ci has no ${wanted}`);
    const generate = (spec: PipelineSpec) => this.write(spec);
    await found.write({ home: this.home, generate });
    const file = path.join(this.home, 'extra.yaml');
    fs.writeFileSync(file, stringify(extra));
    const values = ['-n', 'pipelines', '-f', found.valuesFile, '-f', file];
    return this.run(values, found.release);
  }

  /** The values of a pipeline's one environment, or of dev. */
  #environmentOf(pipeline: string) {
    const [file, ...more] = fs
      .readdirSync(path.join(this.home, pipeline))
      .filter(name => /^values-.+\.yaml$/.test(name));
    return more.length === 0 ? file : 'values-dev.yaml';
  }

  /** Renders with more values on top, as a person who edits them. */
  async template(extra: object = {}, pipeline = 'clickstream') {
    const file = path.join(this.home, 'extra.yaml');
    fs.writeFileSync(file, stringify(extra));
    const values = ['-f', this.#environmentOf(pipeline), '-f', file];
    return this.run(['-n', 'pipelines', ...values], pipeline);
  }

  async run(args: string[], pipeline = 'clickstream') {
    const { stdout } = await run(
      this.#helm,
      ['template', 'rel', '.', ...args],
      {
        cwd: path.join(this.home, pipeline),
        maxBuffer: 1 << 26,
      },
    );
    return stdout;
  }

  async objects(extra: object = {}, pipeline?: string) {
    return parseAllDocuments(await this.template(extra, pipeline))
      .map(document => document.toJSON() as Rendered | null)
      .filter((object): object is Rendered => object !== null);
  }

  /** What NOTES.txt tells a person after an install with more values on top. */
  async notes(extra: object = {}, pipeline = 'clickstream') {
    const file = path.join(this.home, 'extra.yaml');
    fs.writeFileSync(file, stringify(extra));
    const { stdout } = await run(
      this.#helm,
      [
        ...['install', pipeline, '.', '-n', 'pipelines', '--dry-run=client'],
        ...['-f', 'values-dev.yaml', '-f', file],
      ],
      { cwd: path.join(this.home, pipeline), maxBuffer: 1 << 26 },
    );
    return stdout.split('NOTES:\n')[1];
  }

  /** What Helm says when it refuses the values. */
  async refusal(extra: object): Promise<string> {
    return this.template(extra).then(
      () => 'nothing was refused',
      (error: Error & { stderr: string }) => error.stderr,
    );
  }
}
