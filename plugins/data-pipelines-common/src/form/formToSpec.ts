import { JsonObject } from '@backstage/types';
import { PipelineSpec, Problem } from '../model/spec';
import { FlinkJobForm, PipelineForm, TopicForm } from './pipelineForm';

/** The specification that a filled form means. Pure; what is wrong stays wrong. */
export function formToSpec(form: PipelineForm): PipelineSpec {
  const { kafka } = form;
  return {
    pipeline: {
      name: form.name,
      owner: form.owner,
      ...(form.description && { description: form.description }),
    },
    environments: {
      [form.environment]: { cluster: form.cluster, namespace: form.namespace },
    },
    values: {
      global: {
        kafka: {
          mode: 'strimzi',
          cluster: kafka.cluster,
          namespace: kafka.namespace,
          bootstrapServers: kafka.bootstrapServers,
          authentication: 'none',
        },
        storage: { uri: form.storageUri },
      },
      kafka: {
        topics: Object.fromEntries(
          (form.topics ?? []).map(topic => [topic.name, topicValues(topic)]),
        ),
      },
      flink: {
        jobs: Object.fromEntries(
          (form.flinkJobs ?? []).map(job => [job.name, jobValues(job)]),
        ),
      },
    },
  };
}

/** What only the form knows: two rows with one name, which a map would hide. */
export function formProblems(form: PipelineForm): Problem[] {
  const twice = (field: string, names: string[]) =>
    [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map(
      name => ({
        path: `${field} › ${name}`,
        problem: 'stands there twice',
        remedy: 'remove or rename one of them',
      }),
    );
  const none =
    (form.flinkJobs ?? []).length === 0
      ? [
          {
            path: 'Flink jobs',
            problem: 'there are none',
            remedy: 'add at least one job',
          },
        ]
      : [];
  return [
    ...none,
    ...twice(
      'Topics',
      (form.topics ?? []).map(({ name }) => name),
    ),
    ...twice(
      'Flink jobs',
      (form.flinkJobs ?? []).map(({ name }) => name),
    ),
  ];
}

const FIELDS: Array<[RegExp, string]> = [
  [/^pipeline\.name$/, 'Name'],
  [/^pipeline\.owner$/, 'Owner'],
  [/^pipeline\.description$/, 'Description'],
  [/^environments\.([^.]+)\.cluster$/, 'Cluster'],
  [/^environments\.([^.]+)\.namespace$/, 'Namespace'],
  [/^environments/, 'Environment'],
  [/^values\.kafka\.topics\./, 'Topics › '],
  [/^values\.flink\.jobs\./, 'Flink jobs › '],
  [/^values\.global\.storage\.uri$/, 'Storage'],
];

/** The same problem, named by the form's field instead of the values' path. */
export function toFormProblem(problem: Problem): Problem {
  const known = FIELDS.find(([pattern]) => pattern.test(problem.path));
  if (!known) return problem;
  const [pattern, field] = known;
  const path = field.endsWith('› ')
    ? problem.path
        .replace(pattern, field)
        // A topic's own name may hold dots; only the last step is a field.
        .replace(/\.([a-zA-Z]+)$/, ' › $1')
    : field;
  return { ...problem, path };
}

function topicValues(topic: TopicForm): JsonObject {
  if (topic.external) return { external: true };
  return {
    ...(topic.partitions !== undefined && { partitions: topic.partitions }),
    ...(topic.retention && { retention: topic.retention }),
  };
}

function jobValues(job: FlinkJobForm): JsonObject {
  return {
    ...(job.description && { description: job.description }),
    image: imageValues(job.image ?? ''),
    jar: job.jar ?? '',
    ...(job.args?.length && { args: job.args }),
    reads: job.reads ?? [],
    writes: job.writes ?? [],
    ...(job.parallelism !== undefined && { parallelism: job.parallelism }),
    upgrade: job.upgrade ?? 'savepoint',
  };
}

/** `registry:5000/name:tag` or `name@sha256:…` in its parts. */
function imageValues(image: string): JsonObject {
  const [name, digest] = image.split('@');
  if (digest) return { repository: name, digest };
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/')
    ? { repository: name.slice(0, colon), tag: name.slice(colon + 1) }
    : { repository: name, tag: 'latest' };
}
