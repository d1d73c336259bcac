import { JsonObject } from '@backstage/types';
import {
  JobValues,
  PipelineValues,
  TopicValues,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { entityName, topicObjectName } from '../names';
import { didYouMean } from './didYouMean';
import { Located } from './located';

const ENGINES = ['flink', 'spark'] as const;

/** What no schema sees: how the parts of one environment fit together. */
export function crossProblems(pipeline: string, merged: JsonObject): Located[] {
  const values = merged as PipelineValues;
  const topics = values.kafka?.topics ?? {};
  return [
    ...topicProblems(pipeline, topics),
    ...ENGINES.flatMap(engine =>
      Object.entries(values[engine]?.jobs ?? {})
        .filter(([, job]) => job.enabled !== false)
        .flatMap(([name, job]) =>
          jobProblems({
            pipeline,
            at: ['values', engine, 'jobs', name],
            name,
            job,
            topics,
          }),
        ),
    ),
    ...nameClashes(values),
  ];
}

function jobProblems(options: {
  pipeline: string;
  at: string[];
  name: string;
  job: JobValues;
  topics: Record<string, TopicValues>;
}): Located[] {
  const { pipeline, at, name, job, topics } = options;
  const full = entityName(pipeline, name);
  const tooLong =
    full.length > 45
      ? [
          {
            at,
            problem: `the name "${full}" has ${full.length} characters and Flink allows 45`,
            remedy: "shorten the job's or the pipeline's name",
          },
        ]
      : [];
  const sides = (['reads', 'writes'] as const).flatMap(side =>
    (job[side] ?? []).flatMap(topic => {
      const problem = topicOfJob(topic, topics);
      return problem ? [{ at: [...at, side], ...problem }] : [];
    }),
  );
  return [...tooLong, ...sides];
}

function topicOfJob(topic: string, topics: Record<string, TopicValues>) {
  if (!Object.hasOwn(topics, topic)) {
    const meant = didYouMean(topic, Object.keys(topics));
    return {
      problem: `nobody declares the topic "${topic}"${
        meant ? `; did you mean "${meant}"?` : ''
      }`,
      remedy:
        'add it to the topics (as external if somebody else owns it) or remove it from the job',
    };
  }
  return topics[topic].enabled === false
    ? {
        problem: `the topic "${topic}" is disabled`,
        remedy: 'enable it or remove it from the job',
      }
    : undefined;
}

function topicProblems(
  pipeline: string,
  topics: Record<string, TopicValues>,
): Located[] {
  const inMetrics = new Map<string, string>();
  return Object.entries(topics).flatMap(([name]) => {
    const at = ['values', 'kafka', 'topics', name];
    const full = entityName(pipeline, topicObjectName(name));
    const metric = name.replace(/\./g, '_');
    const other = inMetrics.get(metric);
    inMetrics.set(metric, other ?? name);
    return [
      ...(full.length > 63
        ? [
            {
              at,
              problem: `the name "${full}" has ${full.length} characters and the catalog allows 63`,
              remedy: "shorten the topic's or the pipeline's name",
            },
          ]
        : []),
      ...(/[a-z0-9]/i.test(name)
        ? []
        : [
            {
              at,
              problem: 'no object in Kubernetes can be named after it',
              remedy: 'give it a name with a letter or a digit',
            },
          ]),
      ...(other !== undefined
        ? [
            {
              at,
              problem: `Kafka cannot tell it from "${other}": in its metrics a dot is an underscore`,
              remedy: 'give one of them another name',
            },
          ]
        : []),
    ];
  });
}

function nameClashes(values: PipelineValues): Located[] {
  const flink = values.flink?.jobs ?? {};
  const topics = Object.keys(values.kafka?.topics ?? {}).map(topicObjectName);
  const both = Object.keys(values.spark?.jobs ?? {})
    .filter(name => Object.hasOwn(flink, name))
    .map(name => ({
      at: ['values', 'spark', 'jobs', name],
      problem: 'a Flink job has the same name',
      remedy: 'give one of them another name',
    }));
  const asTopic = ENGINES.flatMap(engine =>
    Object.keys(values[engine]?.jobs ?? {})
      // Components and Resources may share a name; people would confuse them.
      .filter(name => topics.includes(name))
      .map(name => ({
        at: ['values', engine, 'jobs', name],
        problem: 'a topic has the same name',
        remedy: 'give one of them another name',
      })),
  );
  return [...both, ...asTopic];
}
