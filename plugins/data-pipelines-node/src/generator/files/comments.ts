import { Document, isMap, isScalar, Pair, Scalar } from 'yaml';

type Comment = string | Record<string, string>;

/**
 * Why a value is there, by its path: what a person asks who meets it first in
 * a review. `*` is any name; a map has a sentence for each value. Each sentence
 * is said once a file, where it is first due.
 */
const COMMENTS: Record<string, Comment> = {
  global: 'What several charts need to know.',
  'global.pipeline':
    'The environment is not here: values-<environment>.yaml sets it.',
  'global.profile': {
    dev: 'How strict the checks are: dev only refuses what cannot work.',
    prod: 'How strict the checks are: prod refuses what a failure would make costly.',
    regulated:
      'How strict the checks are: regulated refuses what an audit would ask about.',
  },
  'global.lint.accepted':
    'Findings that are right as they are: rule, then Kind/name, then why.',
  'global.kafka.authentication': {
    none: 'Whoever reaches the listener may read and write everything.',
    'scram-sha-512':
      'Each job has a user and a password of its own, and only the rights it needs.',
    tls: 'Each job has a certificate of its own, and only the rights it needs.',
  },
  'global.kafka.credentials':
    'How a job gets at its own password or certificate.',
  'global.storage':
    'Checkpoints, savepoints and job metadata: <uri>/<environment>/<job>/.',
  'global.monitoring': 'PodMonitors, alerts and dashboards.',
  kafka: 'Topics that this pipeline declares, by their name in Kafka.',
  'kafka.topics.*.partitions':
    'Can grow and never shrink; when it grows, a key moves to another partition.',
  'kafka.topics.*.replicas': {
    '1': 'One copy: it is gone with its broker. Fit for development only.',
    '2': 'Two copies: a broker that is down stops writes, or loses what is new.',
    '3': 'Three copies: writes go on while one broker is down.',
  },
  'kafka.topics.*.retention':
    'How long messages stay at least; a job that is down for longer misses some.',
  'kafka.topics.*.external':
    'Somebody else declares it; it is here so that jobs may name it.',
  flink: 'Flink jobs by name; the object is <pipeline>-<job>.',
  'flink.jobs.*.parallelism':
    'Parts that each step is split into; parts beyond the partitions read nothing.',
  'flink.jobs.*.maxParallelism':
    'The most it can ever grow to; changing it makes the state unreadable.',
  'flink.jobs.*.upgrade': {
    savepoint:
      'An upgrade takes a savepoint and starts from it: nothing is lost.',
    'last-state':
      'An upgrade starts from the last checkpoint: quick, and it also works for a job that is down.',
    stateless: 'An upgrade starts empty: what the job remembers is lost.',
  },
  'flink.jobs.*.delivery': {
    'exactly-once':
      'Results appear once, with each checkpoint: readers wait for its interval.',
    'at-least-once': 'Results appear at once, and some twice after a failure.',
  },
  'flink.jobs.*.state.backend': {
    rocksdb: 'State on disk: as large as the disk, and slower to reach.',
    hashmap: 'State in memory: quick, and no larger than the heap.',
  },
  spark: 'Spark jobs by name; the object is <pipeline>-<job>.',
  'spark.jobs.*.schedule':
    'Minute, hour, day of month, month, day of week; in UTC unless timeZone says otherwise.',
  'spark.jobs.*.concurrency': {
    Forbid: 'A run that is due while one is running is left out.',
    Replace: 'A run that is due ends the one that is running.',
    Allow: 'Runs may overlap: their results must not get into each other.',
  },
  'spark.jobs.*.streaming': {
    true: 'Never ends; it is always started again, from its checkpoints.',
  },
};

/** Writes each comment where its value first is. */
export function addComments(document: Document) {
  const said = new Set<string>();
  walk(document.contents, [], (pair, path) => {
    const sentence = sentenceFor(path, pair.value);
    if (!sentence || said.has(sentence)) return;
    said.add(sentence);
    pair.key.commentBefore = ` ${sentence}`;
  });
  if (!isMap(document.contents)) return;
  for (const { key } of document.contents.items.slice(1)) {
    if (isScalar(key)) key.spaceBefore = true;
  }
}

function sentenceFor(path: string[], value: unknown): string | undefined {
  const [chart, part, , ...rest] = path;
  const isNamed = (part === 'topics' || part === 'jobs') && path.length > 2;
  const key = (isNamed ? [chart, part, '*', ...rest] : path).join('.');
  const comment = Object.hasOwn(COMMENTS, key) ? COMMENTS[key] : undefined;
  if (comment === undefined || typeof comment === 'string') return comment;
  const text = isScalar(value) ? String(value.value) : '';
  return Object.hasOwn(comment, text) ? comment[text] : undefined;
}

type Visit = (pair: Pair<Scalar, unknown>, path: string[]) => void;

function walk(node: unknown, path: string[], visit: Visit) {
  if (!isMap<Scalar>(node)) return;
  for (const pair of node.items) {
    const inside = [...path, String(pair.key.value)];
    visit(pair, inside);
    walk(pair.value, inside, visit);
  }
}
