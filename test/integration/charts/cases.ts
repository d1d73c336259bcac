import fs from 'node:fs';
import path from 'node:path';
import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-node';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

const charts = path.resolve(__dirname, '../../../charts');

/** Values that a chart must install with: one file of its folder `ci`. */
export interface ChartCase {
  /** Such as `flink/operator-prod`. */
  name: string;
  environment: string;
  spec: PipelineSpec;
}

interface CaseValues extends JsonObject {
  global: JsonObject & {
    environment: string;
    pipeline: { name: string; owner: string };
  };
}

/** Every `charts/<chart>/ci/<name>-values.yaml`, as the values of a whole pipeline. */
export function chartCases(): ChartCase[] {
  return fs.readdirSync(charts).flatMap(chart =>
    fs.existsSync(path.join(charts, chart, 'ci'))
      ? fs
          .readdirSync(path.join(charts, chart, 'ci'))
          .filter(file => file.endsWith('-values.yaml'))
          .map(file => readCase(chart, file))
      : [],
  );
}

function readCase(chart: string, file: string): ChartCase {
  const text = fs.readFileSync(path.join(charts, chart, 'ci', file), 'utf8');
  const { global, ...rest } = parse(text) as CaseValues;
  const { environment, pipeline, ...shared } = global;
  return {
    name: `${chart}/${file.replace('-values.yaml', '')}`,
    environment,
    spec: {
      pipeline,
      environments: { [environment]: { cluster: 'c', namespace: 'pipelines' } },
      values: { global: shared, ...rest },
    },
  };
}
