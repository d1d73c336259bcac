import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { ABOUT } from './aboutSchema';

const CHARTS = ['kafka', 'flink', 'spark'];

/** The umbrella writes these itself. */
export const WRITTEN = ['pipeline', 'environment'];

type Schema = { [keyword: string]: unknown };

/**
 * JSON schema of a whole specification: ours, with those of the charts inside.
 * For editors, and what `validateSpec` asks.
 *
 * @public
 */
export function specSchema(charts: readonly GeneratedFile[]): object {
  const umbrella = schemaOf(charts, 'umbrella');
  const { global } = umbrella.properties as Record<string, Schema>;
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A data pipeline of Headworks',
    ...ABOUT,
    properties: {
      ...ABOUT.properties,
      values: {
        type: 'object',
        description: 'The values of the chart, without global.pipeline',
        additionalProperties: false,
        required: ['global'],
        properties: {
          global: withoutWritten(global),
          ...Object.fromEntries(
            CHARTS.map(chart => [chart, { $ref: `#/$defs/${chart}` }]),
          ),
        },
      },
    },
    $defs: Object.fromEntries(
      CHARTS.map(chart => [
        chart,
        moved(schemaOf(charts, chart), `#/$defs/${chart}`),
      ]),
    ),
  };
}

function schemaOf(charts: readonly GeneratedFile[], chart: string): Schema {
  const name = `${chart}/values.schema.json`;
  const file = charts.find(({ path }) => path === name);
  if (!file) {
    throw new Error(`The charts hold no ${name}.`);
  }
  return JSON.parse(file.content);
}

function withoutWritten(global: Schema): Schema {
  return {
    ...global,
    required: (global.required as string[]).filter(
      name => !WRITTEN.includes(name),
    ),
    properties: Object.fromEntries(
      Object.entries(global.properties as Schema).filter(
        ([name]) => !WRITTEN.includes(name),
      ),
    ),
  };
}

/** A schema that now stands inside another: its own references follow. */
function moved({ $schema: _, ...schema }: Schema, to: string): Schema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string'
      ? value.replace(/^#/, to)
      : value,
  );
}
