import { JsonObject } from '@backstage/types';
import {
  JobValues,
  PipelineValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Located } from './located';

type Job = JobValues & { args?: string[]; env?: Record<string, unknown> };

/** Jobs that share a consumer group take each other's messages and offsets. */
export function groupProblems(
  pipeline: string,
  merged: ReadonlyMap<string, JsonObject>,
): Located[] {
  const owners = new Map<string, string>();
  return [...merged].flatMap(([environment, values]) =>
    jobsOf(values as PipelineValues).flatMap(({ at, name, job }) => {
      const group = groupOf(job) ?? `${pipeline}-${environment}-${name}`;
      const key = JSON.stringify([kafkaOf(values), group]);
      const owner = owners.get(key);
      const self = `"${name}" in ${environment}`;
      owners.set(key, owner ?? self);
      return owner === undefined
        ? []
        : [
            {
              at: ['environments', environment, ...at],
              problem: `has the consumer group "${group}", as the job ${owner} has`,
              remedy:
                'leave the group to the chart, or give each job another one',
            },
          ];
    }),
  );
}

function jobsOf(values: PipelineValues) {
  return (['flink', 'spark'] as const).flatMap(engine =>
    Object.entries(values[engine]?.jobs ?? {})
      .filter(([, job]) => job.enabled !== false && job.reads?.length)
      .map(([name, job]) => ({
        at: ['values', engine, 'jobs', name],
        name,
        job: job as Job,
      })),
  );
}

/** What the job says itself, else nothing: the chart gives it one of its own. */
function groupOf({ args = [], env = {} }: Job): string | undefined {
  if (typeof env.KAFKA_GROUP_ID === 'string') return env.KAFKA_GROUP_ID;
  return args
    .map((arg, index) => {
      const [, inside] = /^--?(?:kafka\.)?group[.-]id(?:=(.+))?$/.exec(arg) ?? [
        undefined,
        undefined,
      ];
      const isOption = /^--?(?:kafka\.)?group[.-]id$/.test(arg);
      return inside ?? (isOption ? args[index + 1] : undefined);
    })
    .find(group => group !== undefined);
}

/** Two environments may have a Kafka each, and one name in both. */
function kafkaOf(values: JsonObject): unknown {
  const { kafka } = (values.global ?? {}) as JsonObject;
  const { bootstrapServers } = (kafka ?? {}) as JsonObject;
  return bootstrapServers;
}
