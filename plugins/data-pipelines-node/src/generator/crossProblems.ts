import { entityName, topicObjectName } from './names';
import {
  JobValues,
  PipelineSpec,
  PipelineValues,
  Problem,
  TopicValues,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What no schema sees: how the parts of a pipeline fit together. */
export function findCrossProblems(spec: PipelineSpec): Problem[] {
  const values = spec.values as PipelineValues;
  const topics = values.kafka?.topics ?? {};
  return [
    ...findNulls(spec.values, 'values'),
    ...Object.entries(spec.environments).flatMap(([name, environment]) =>
      findNulls(environment.values, `environments.${name}.values`),
    ),
    ...findTopicClashes(spec.pipeline.name, topics),
    ...(['flink', 'spark'] as const).flatMap(engine =>
      Object.entries(values[engine]?.jobs ?? {})
        .filter(([, job]) => job.enabled !== false)
        .flatMap(([name, job]) =>
          findJobProblems({
            spec,
            at: `values.${engine}.jobs.${name}`,
            name,
            job,
            topics,
          }),
        ),
    ),
    ...findJobClashes(values),
  ];
}

function findJobProblems(options: {
  spec: PipelineSpec;
  at: string;
  name: string;
  job: JobValues;
  topics: Record<string, TopicValues>;
}): Problem[] {
  const { spec, at, name, job, topics } = options;
  const problems: Problem[] = [];
  const full = entityName(spec.pipeline.name, name);
  if (full.length > 45) {
    problems.push({
      path: at,
      problem: `the name "${full}" has ${full.length} characters and Flink allows 45`,
      remedy: "shorten the job's or the pipeline's name",
    });
  }
  for (const side of ['reads', 'writes'] as const) {
    for (const topic of job[side] ?? []) {
      if (!Object.hasOwn(topics, topic)) {
        problems.push({
          path: `${at}.${side}`,
          problem: `nobody declares the topic "${topic}"`,
          remedy:
            'add it to the topics (as external if somebody else owns it) or remove it from the job',
        });
      } else if (topics[topic].enabled === false) {
        problems.push({
          path: `${at}.${side}`,
          problem: `the topic "${topic}" is disabled`,
          remedy: 'enable it or remove it from the job',
        });
      }
    }
  }
  return problems;
}

function findTopicClashes(
  pipeline: string,
  topics: Record<string, TopicValues>,
): Problem[] {
  const problems: Problem[] = [];
  for (const name of Object.keys(topics)) {
    const full = entityName(pipeline, topicObjectName(name));
    if (full.length > 63) {
      problems.push({
        path: `values.kafka.topics.${name}`,
        problem: `the name "${full}" has ${full.length} characters and the catalog allows 63`,
        remedy: "shorten the topic's or the pipeline's name",
      });
    }
  }
  return problems;
}

function findJobClashes(values: PipelineValues): Problem[] {
  const flink = values.flink?.jobs ?? {};
  const topics = Object.keys(values.kafka?.topics ?? {}).map(topicObjectName);
  const both = Object.keys(values.spark?.jobs ?? {})
    .filter(name => Object.hasOwn(flink, name))
    .map(name => ({
      path: `values.spark.jobs.${name}`,
      problem: 'a Flink job has the same name',
      remedy: 'give one of them another name',
    }));
  const asTopic = (['flink', 'spark'] as const).flatMap(engine =>
    Object.keys(values[engine]?.jobs ?? {})
      // Components and Resources may share a name; people would confuse them.
      .filter(name => topics.includes(name))
      .map(name => ({
        path: `values.${engine}.jobs.${name}`,
        problem: 'a topic has the same name',
        remedy: 'give one of them another name',
      })),
  );
  return [...both, ...asTopic];
}

function findNulls(value: unknown, at: string): Problem[] {
  if (value === null) {
    return [
      {
        path: at,
        problem:
          'null neither removes nor keeps a default alike in Helm 3 and 4',
        remedy: 'leave it out, or set enabled: false to remove an entry',
      },
    ];
  }
  if (typeof value !== 'object' || at.endsWith('.override')) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    findNulls(inner, `${at}.${key}`),
  );
}
