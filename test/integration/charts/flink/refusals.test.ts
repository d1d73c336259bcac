import { FlinkCharts, sessionize } from './flinkCharts';

const IMAGE = { repository: 'flink', tag: '2.2' };
const AT = 'flink.jobs.sessionize';

/** What is wrong, the job's values, what is said, and values of `global`. */
type Refusal = [string, object, string, object?];

const SCALING: Refusal[] = [
  [
    'two that decide its size',
    { autoscaler: { maxParallelism: 8 }, reactive: { max: 4 } },
    `${AT}.reactive: autoscaler and HorizontalPodAutoscaler would undo each other; keep one of them`,
  ],
  [
    'more parts than its state can ever have',
    { parallelism: 400 },
    `${AT}.parallelism: 400 is more than maxParallelism (360); lower it, or raise maxParallelism while there is no state yet`,
  ],
  [
    'an autoscaler that goes beyond that',
    { autoscaler: { maxParallelism: 500 } },
    `${AT}.autoscaler.maxParallelism: 500 is more than maxParallelism (360) allows; lower it`,
  ],
  [
    'a fixed size beside the autoscaler',
    { autoscaler: {}, taskManager: { replicas: 2 } },
    `${AT}.taskManager.replicas: the autoscaler decides how many there are; remove it`,
  ],
  [
    'a fixed size beside the HorizontalPodAutoscaler',
    { reactive: { max: 4 }, taskManager: { replicas: 2 } },
    `${AT}.taskManager.replicas: the HorizontalPodAutoscaler decides how many there are; remove it`,
  ],
  [
    'an impossible range of pods',
    { reactive: { min: 5, max: 2 } },
    `${AT}.reactive.min: 5 is more than max (2); lower it`,
  ],
  [
    'more reactive parts than its state can ever have',
    { reactive: { max: 200 } },
    `${AT}.reactive.max: 200 TaskManagers of 2 slots make 400 parts, more than maxParallelism (360); lower it`,
  ],
  [
    'a reactive job whose jar is elsewhere',
    { reactive: { max: 2 }, jar: 'https://repo.example.com/x.jar' },
    `${AT}.jar: a reactive job's jar is in its image; use local:///opt/flink/usrlib/…`,
  ],
  [
    'a parallelism that does not fit the slots',
    { parallelism: 3, taskManager: { replicas: 2, slots: 2 } },
    `${AT}.parallelism: with taskManager.replicas the operator makes it 4 (2 TaskManagers of 2 slots) and ignores 3; remove one of the two`,
  ],
];

const DELIVERY: Refusal[] = [
  [
    'a transaction that outlives the brokers’ limit',
    { delivery: 'exactly-once', transactions: { timeout: '20m' } },
    `${AT}.transactions.timeout: Kafka ends transactions after 15m (global.kafka.transactionMaxTimeout) and refuses 20m; lower it, or raise transaction.max.timeout.ms of the brokers and then global.kafka.transactionMaxTimeout`,
  ],
  [
    'a transaction that ends before its checkpoint',
    {
      delivery: 'exactly-once',
      transactions: { timeout: '5m' },
      checkpoints: { interval: '5m' },
    },
    `${AT}.transactions.timeout: 5m is not above the checkpoint interval (5m), and Kafka would end each transaction before it is committed; raise it, or shorten checkpoints.interval`,
  ],
  [
    'a promise about nothing',
    { delivery: 'exactly-once', writes: [] },
    `${AT}.delivery: exactly-once is about topics that the job writes, and it writes none; name them in writes, or remove delivery`,
  ],
  [
    'transactions that nobody opens',
    { transactions: { timeout: '5m' } },
    `${AT}.transactions: only delivery: exactly-once has transactions; set it, or remove transactions`,
  ],
];

const NO_STORAGE = { storage: { uri: '' } };
const STATE: Refusal[] = [
  [
    'an upgrade that has nothing to start from',
    { upgrade: 'savepoint' },
    `${AT}.upgrade: savepoint needs a place for checkpoints and savepoints; set global.storage.uri, or upgrade to stateless`,
    NO_STORAGE,
  ],
  [
    'periodic savepoints to nowhere',
    { checkpoints: { savepointEvery: '6h' } },
    `${AT}.checkpoints.savepointEvery: there is no place for savepoints; set global.storage.uri`,
    NO_STORAGE,
  ],
  [
    'standbys that know nothing',
    { jobManager: { replicas: 2 }, highAvailability: { enabled: false } },
    `${AT}.jobManager.replicas: 2 JobManagers need high availability; set global.storage.uri and leave highAvailability enabled`,
  ],
  [
    'a rollback without high availability',
    { rollback: true, highAvailability: { enabled: false } },
    `${AT}.rollback: going back needs high availability; set global.storage.uri and leave highAvailability enabled`,
  ],
  [
    'last-state without high availability',
    { upgrade: 'last-state', highAvailability: { enabled: false } },
    `${AT}.upgrade: last-state is what high availability keeps; set global.storage.uri and leave highAvailability enabled`,
  ],
  [
    'a disk for a backend without files',
    { state: { backend: 'hashmap', local: { size: '1Gi' } } },
    `${AT}.state.local: the backend hashmap keeps nothing on disk; remove it, or set state.backend to rocksdb`,
  ],
];

const KEYS: Refusal[] = (
  [
    ['kubernetes.namespace', {}, "the release's namespace decides; remove it"],
    ['high-availability.cluster-id', {}, "the job's name decides; remove it"],
    [
      'state.savepoints.dir',
      {},
      'Flink 2 reads execution.checkpointing.savepoint-dir; global.storage.uri decides; remove it',
    ],
    [
      'execution.checkpointing.dir',
      { flinkVersion: 'v1_20' },
      'Flink 1 reads state.checkpoints.dir; global.storage.uri decides; remove it',
    ],
    [
      'state.backend.incremental',
      {},
      'Flink 2 reads execution.checkpointing.incremental; rename it',
    ],
    [
      'execution.checkpointing.num-retained',
      { flinkVersion: 'v1_20' },
      'Flink 1 reads state.checkpoints.num-retained; rename it',
    ],
    ['scheduler-mode', {}, 'use reactive; remove it'],
    [
      'kubernetes.operator.savepoint.format.type',
      {},
      'use checkpoints.savepointFormat; remove it',
    ],
    [
      'rest.port',
      {},
      'the network policy, Services and the portal expect 8081; remove it',
    ],
    [
      's3.secret-key',
      {},
      "a key here would be in Git and on Flink's page; name a secret in global.storage.credentials.secret",
    ],
    [
      'kubernetes.operator.jm-deployment-recovery.enabled',
      { healthCheck: {} },
      'the health check needs recovery; remove it',
    ],
  ] as Array<[string, object, string]>
).map(([key, job, said]) => [
  `the setting ${key}`,
  { ...job, flinkConfiguration: { [key]: 'x' } },
  `${AT}.flinkConfiguration.${key}: ${said}`,
]);

const LOOKS: Refusal[] = [
  [
    'two ways to log',
    { logging: { level: 'WARN', log4j: 'x' } },
    `${AT}.logging.log4j: a whole file leaves no room for level and loggers; keep one of them`,
  ],
  [
    'a page for everybody to read along, in production',
    { ingress: { template: 'x.example.com' } },
    `${AT}.ingress.tls: whoever reads along could run code, and profile prod does not allow it; name a host and its secret`,
    { profile: 'prod' },
  ],
  ['a jar that is nowhere', { jar: 'sessionize.jar' }, 'jar'],
  [
    'a savepoint format that Flink has not',
    { checkpoints: { savepointFormat: 'zip' } },
    'savepointFormat',
  ],
];

describe('a Flink job is refused with', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  it.each([...SCALING, ...DELIVERY, ...STATE, ...KEYS, ...LOOKS])(
    '%s',
    async (_, job, sentence, global = {}) => {
      expect(await charts.refusal(sessionize(job, global))).toContain(sentence);
    },
  );

  it('everything that is wrong at once', async () => {
    const said = await charts.refusal(
      sessionize({
        parallelism: 500,
        autoscaler: {},
        reactive: { max: 2 },
        rollback: true,
        highAvailability: { enabled: false },
      }),
    );
    expect(said).toContain('3 problem(s) in the values');
  });
});

describe('a Flink session is refused with', () => {
  const charts = new FlinkCharts();
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  const job = {
    session: 'shared',
    jar: 'https://repo.example.com/x.jar',
  };
  const flink = (small: object, shared: object = {}, rest: object = {}) => ({
    flink: {
      sessions: { shared: { image: IMAGE, ...shared } },
      jobs: { small: { ...job, ...small } },
      ...rest,
    },
  });

  it.each<[string, object, string]>([
    [
      'a job whose session nobody made',
      flink({ session: 'other' }),
      'flink.jobs.small.session: there is no session "other"; add it to flink.sessions, or enable it there',
    ],
    [
      'a job that has pods of its own',
      flink({ taskManager: { slots: 2 } }),
      "flink.jobs.small.taskManager: a job in a session runs in the session's pods; set it in flink.sessions.shared, or remove session",
    ],
    [
      'a job with an image',
      flink({ image: IMAGE }),
      "flink.jobs.small.image: a job in a session runs in the session's pods; set it in flink.sessions.shared, or remove session",
    ],
    [
      'a job in SQL',
      flink({ sql: 'SELECT 1;' }),
      'flink.jobs.small.sql: only a job with a cluster of its own can have it; remove it, or remove session',
    ],
    [
      'a jar that the operator would not fetch',
      flink({ jar: 'local:///opt/flink/usrlib/x.jar' }),
      "flink.jobs.small.jar: the operator fetches a session job's jar, and by https only, not local; put it there, or name the scheme in flink.sessions.shared.jarSchemes once the operator allows it",
    ],
    [
      'a jar at a private address',
      flink({ jar: 'https://10.1.2.3/x.jar' }),
      'flink.jobs.small.jar: the operator fetches from no private address such as 10.1.2.3; use a public name',
    ],
    [
      'the name of a job',
      flink({}, {}, { sessions: { small: { image: IMAGE } } }),
      'flink.sessions.small: a Flink job has the same name; give one of them another name',
    ],
    [
      'a name that is too long',
      flink({}, {}, { sessions: { ['s'.repeat(40)]: { image: IMAGE } } }),
      `the name "clickstream-${'s'.repeat(
        40,
      )}" has 52 characters and Flink allows 45; shorten the session's or the pipeline's name`,
    ],
    [
      'standbys that know nothing',
      flink(
        {},
        { jobManager: { replicas: 2 }, highAvailability: { enabled: false } },
      ),
      'flink.sessions.shared.jobManager.replicas: 2 JobManagers need high availability; set global.storage.uri and leave highAvailability enabled',
    ],
    [
      'a number of TaskManagers',
      flink({}, { taskManager: { replicas: 2 } }),
      'flink.sessions.shared.taskManager.replicas: a session has as many TaskManagers as its jobs ask for; remove it',
    ],
    [
      'no operator to run it',
      flink({}, {}, { mode: 'standalone' }),
      'flink.sessions.shared: only the operator has sessions; give each job a cluster of its own, or set flink.mode to operator',
    ],
  ])('%s', async (_, extra, sentence) => {
    expect(await charts.refusal(extra)).toContain(sentence);
  });

  it('nothing where the operator may fetch otherwise', async () => {
    const extra = flink({ jar: 's3://jars/x.jar' }, { jarSchemes: ['s3'] });
    expect(await charts.template(extra)).toContain('s3://jars/x.jar');
  });
});
