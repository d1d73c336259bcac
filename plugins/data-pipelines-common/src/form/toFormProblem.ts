import { Problem } from '../model/spec';

/** Values outside topics and jobs, by the step and the field that ask for them. */
const FIELDS: Array<[RegExp, string]> = [
  [/^pipeline\.name$/, 'About › Name'],
  [/^pipeline\.owner$/, 'About › Owner'],
  [/^pipeline\.description$/, 'About › Description'],
  [/^environments\.[^.]+\.cluster$/, 'Where it runs › Cluster'],
  [/^environments\.[^.]+\.namespace$/, 'Where it runs › Namespace'],
  [/^environments\.[^.]+\.values\.global\.profile$/, 'Where it runs › Profile'],
  [/^environments/, 'Where it runs › Environment'],
  [/^values\.global\.kafka\.cluster$/, 'Where it runs › Kafka cluster'],
  [/^values\.global\.kafka\.namespace$/, 'Where it runs › Kafka namespace'],
  [/^values\.global\.kafka\./, 'Where it runs › Kafka'],
  [/^values\.global\.storage\./, 'Where it runs › Storage'],
  [/^values\.kafka\.cluster\./, 'Kafka cluster'],
  [/^values\.global\.lint\./, 'Review'],
  [/^gitops\b/, 'Where it runs › Installed by'],
  [/^ci\b/, 'Where it runs › Checked by'],
];

/** What the chart calls otherwise than the form. */
const JOB_FIELDS: Record<string, string> = {
  checkpoints: 'state',
  driver: 'size',
  entryClass: 'mainClass',
  executor: 'size',
  jobManager: 'size',
  taskManager: 'size',
};

/**
 * The step and the field of the form that decide a value, such as
 * `Jobs › sum › parallelism`; undefined where the form asks for nothing there.
 *
 * @param path - such as `values.flink.jobs.sum.parallelism`
 * @public
 */
export function formField(path: string): string | undefined {
  const topic = /^values\.kafka\.topics\.(.+)$/.exec(path);
  if (topic) return topicField(topic[1]);
  const job = /^values\.(?:flink|spark)\.jobs\.([^.]+)(?:\.(\w+))?/.exec(path);
  if (job) {
    const [, name, key] = job;
    return ['Jobs', name, ...(key ? [JOB_FIELDS[key] ?? key] : [])].join(' › ');
  }
  return FIELDS.find(([pattern]) => pattern.test(path))?.[1];
}

/**
 * The same problem, named by the form's step and field instead of the values'
 * path.
 *
 * @public
 */
export function toFormProblem(problem: Problem): Problem {
  return { ...problem, path: formField(problem.path) ?? problem.path };
}

/** A topic's own name may hold dots, so its field is known by its name. */
function topicField(path: string): string {
  const [, name, field] =
    /^(.+?)(?:\.(partitions|replicas|retention|external))?$/.exec(path)!;
  return ['Topics', name, ...(field ? [field] : [])].join(' › ');
}
