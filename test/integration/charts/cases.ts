import fs from 'node:fs';
import path from 'node:path';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { World } from '../world';

const charts = path.resolve(__dirname, '../../../charts');

/** Values that a chart must install with: one file of its folder `ci`. */
export interface ChartCase {
  /** Such as `flink/operator-prod`. */
  name: string;
  /** Also the folder in the world's home where the chart is written. */
  release: string;
  /** In that folder. */
  valuesFile: string;
  /** Mode of each chart, such as `{ kafka: 'strimzi' }`. */
  modes: Record<string, string>;
  write(world: Pick<World, 'home' | 'generate'>): Promise<void>;
}

interface CaseValues extends JsonObject {
  global: JsonObject & {
    environment: string;
    pipeline: { name: string; owner: string };
  };
}

/**
 * Every `charts/<chart>/ci/<name>-values.yaml`: the values of a whole pipeline,
 * and those of `platform` the values of that chart itself.
 */
export function chartCases(): ChartCase[] {
  return fs.readdirSync(charts).flatMap(chart =>
    fs.existsSync(path.join(charts, chart, 'ci'))
      ? fs
          .readdirSync(path.join(charts, chart, 'ci'))
          .filter(file => file.endsWith('-values.yaml'))
          .map(file =>
            chart === 'platform' ? platformCase(file) : readCase(chart, file),
          )
      : [],
  );
}

function platformCase(file: string): ChartCase {
  const name = file.replace('-values.yaml', '');
  const release = `platform-${name}`;
  return {
    name: `platform/${name}`,
    release,
    valuesFile: `ci/${file}`,
    modes: { platform: name },
    write: async ({ home }) => copyPlatform(path.join(home, release)),
  };
}

/** The platform chart with what it depends on, as `helm dependency build` leaves it. */
export function copyPlatform(target: string) {
  const copy = (chart: string, to: string) =>
    fs.cpSync(path.join(charts, chart), to, { recursive: true });
  copy('platform', target);
  // What a developer's own `helm dependency build` may have left.
  fs.rmSync(path.join(target, 'charts'), { recursive: true, force: true });
  copy('common', path.join(target, 'charts/common'));
}

/** The pipeline of one such file. */
export function readSpec(chart: string, file: string): PipelineSpec {
  const text = fs.readFileSync(path.join(charts, chart, 'ci', file), 'utf8');
  const { global, ...rest } = parse(text) as CaseValues;
  const { environment, pipeline, ...shared } = global;
  return {
    pipeline,
    environments: { [environment]: { cluster: 'c', namespace: 'pipelines' } },
    values: { global: shared, ...rest },
  };
}

function readCase(chart: string, file: string): ChartCase {
  const spec = readSpec(chart, file);
  const [environment] = Object.keys(spec.environments);
  return {
    name: `${chart}/${file.replace('-values.yaml', '')}`,
    release: spec.pipeline.name,
    valuesFile: `values-${environment}.yaml`,
    modes: modesOf(spec.values),
    write: async world => {
      await world.generate(spec);
    },
  };
}

/** Names of the cases that are a whole pipeline. */
export function pipelineCaseNames(): string[] {
  return chartCases()
    .map(({ name }) => name)
    .filter(name => !name.startsWith('platform/'));
}

function modesOf(values: JsonObject): Record<string, string> {
  const part = (chart: string) => (values[chart] ?? {}) as { mode?: string };
  const { kafka } = values.global as { kafka: { mode: string } };
  return {
    kafka: kafka.mode,
    flink: part('flink').mode ?? 'operator',
    spark: part('spark').mode ?? 'kubeflow',
  };
}
