import {
  EnvironmentSpec,
  FlinkJobForm,
  PipelineForm,
  SparkJobForm,
} from '@headworks/backstage-plugin-data-pipelines-common';
import type { Ask } from './ask';
import {
  clusterName,
  image,
  listOf,
  nameOf,
  newName,
  notEmpty,
  owner,
  schedule,
  servers,
  storage,
  topicNames,
} from './fields';

/** What was answered: a form for the first environment, and what the others have. */
export interface Answers {
  form: PipelineForm;
  environments: Record<string, EnvironmentSpec>;
}

/** Asks for a pipeline, short and with defaults. */
export async function askForm(ask: Ask, suggested: string): Promise<Answers> {
  const name = await ask.input({
    message: 'Name of the pipeline',
    default: suggested,
    validate: nameOf(40),
  });
  const ownedBy = await ask.input({
    message: 'Owner in the catalog',
    default: 'group:default/data-team',
    validate: owner,
  });
  const topics = listOf(
    await ask.input({
      message: 'Topics that it declares, separated by commas',
      validate: topicNames,
    }),
  );
  const external = listOf(
    await ask.input({
      message: 'Topics of others that it uses, separated by commas',
      validate: topicNames,
    }),
  ).filter(topic => !topics.includes(topic));
  const jobs = await askJobs(ask, [...topics, ...external]);
  const kafka = await askKafka(ask);
  const storageUri = await ask.input({
    message: 'Storage for checkpoints and event logs',
    default: `s3://data-pipelines/${name}`,
    validate: storage,
  });
  const environments = await askEnvironments(ask, name);
  const ci = await ask.checkbox({
    message: 'CI that checks it',
    choices: [
      { value: 'github', name: 'GitHub Actions' },
      { value: 'gitlab', name: 'GitLab CI' },
    ] as const,
  });
  const [[environment, { cluster, namespace }]] = Object.entries(environments);
  return {
    environments,
    form: {
      name,
      owner: ownedBy,
      topics: [
        ...topics.map(topic => ({ name: topic })),
        ...external.map(topic => ({ name: topic, external: true })),
      ],
      ...jobs,
      ...{ environment, cluster, namespace },
      kafka,
      storageUri,
      ci,
    },
  };
}

async function askKafka(ask: Ask): Promise<PipelineForm['kafka']> {
  const cluster = await ask.input({
    message: 'Kafka cluster (name of the Strimzi resource)',
    default: 'kafka',
    validate: nameOf(63),
  });
  const namespace = await ask.input({
    message: 'Its namespace',
    default: 'kafka',
    validate: nameOf(63),
  });
  const authentication = await ask.select({
    message: 'How do clients prove who they are?',
    choices: [
      { value: 'scram-sha-512', name: 'SCRAM-SHA-512 over TLS' },
      { value: 'tls', name: 'client certificates' },
      { value: 'none', name: 'not at all (development only)' },
    ] as const,
  });
  const port = authentication === 'none' ? 9092 : 9093;
  const bootstrapServers = await ask.input({
    message: 'Bootstrap servers',
    default: `${cluster}-kafka-bootstrap.${namespace}:${port}`,
    validate: servers,
  });
  return { cluster, namespace, bootstrapServers, authentication };
}

async function askJobs(ask: Ask, topics: string[]) {
  const flinkJobs: FlinkJobForm[] = [];
  const sparkJobs: SparkJobForm[] = [];
  const names = () => [...flinkJobs, ...sparkJobs].map(({ name }) => name);
  let more = true;
  while (more) {
    const engine = await ask.select({
      message: 'A job of which engine?',
      choices: [
        { value: 'flink', name: 'Flink' },
        { value: 'spark', name: 'Spark' },
      ] as const,
    });
    const name = await ask.input({
      message: 'Its name',
      validate: newName(40, names()),
    });
    const common = {
      name,
      image: await ask.input({ message: 'Its image', validate: image }),
    };
    if (engine === 'flink') {
      const jar = await ask.input({
        message: 'Its jar in the image',
        default: `local:///opt/flink/usrlib/${name}.jar`,
        validate: notEmpty,
      });
      flinkJobs.push({ ...common, jar, ...(await askTopics(ask, topics)) });
    } else {
      const main = await ask.input({
        message: 'Its script or jar in the image',
        default: `local:///opt/app/${name}.py`,
        validate: notEmpty,
      });
      const when = await ask.input({
        message: 'Its schedule (cron; nothing: it runs once)',
        validate: schedule,
      });
      sparkJobs.push({
        ...common,
        main,
        ...(when && { schedule: when }),
        ...(await askTopics(ask, topics)),
      });
    }
    more = await ask.confirm({ message: 'Another job?', default: false });
  }
  return { flinkJobs, sparkJobs };
}

async function askTopics(ask: Ask, topics: string[]) {
  if (topics.length === 0) return { reads: [], writes: [] };
  const choices = topics.map(value => ({ value, name: value }));
  const reads = await ask.checkbox({ message: 'It reads', choices });
  const writes = await ask.checkbox({ message: 'It writes', choices });
  return { reads, writes };
}

async function askEnvironments(ask: Ask, pipeline: string) {
  const environments: Record<string, EnvironmentSpec> = {};
  const usual = ['dev', 'staging', 'prod'];
  let more = true;
  while (more) {
    const taken = Object.keys(environments);
    const name = await ask.input({
      message: taken.length === 0 ? 'First environment' : 'Next environment',
      default: usual.find(entry => !taken.includes(entry)),
      validate: newName(20, taken),
    });
    const cluster = await ask.input({
      message: `Cluster of ${name}, as the portal calls it`,
      default: name,
      validate: clusterName,
    });
    const namespace = await ask.input({
      message: `Namespace of ${name}`,
      default: pipeline,
      validate: nameOf(63),
    });
    environments[name] = { cluster, namespace };
    more = await ask.confirm({
      message: 'Another environment?',
      default: false,
    });
  }
  return environments;
}
