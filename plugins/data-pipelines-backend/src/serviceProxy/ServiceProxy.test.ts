import { NoAnswer } from './NoAnswer';
import { ServiceProxy } from './ServiceProxy';

const READS = {
  jobs: { path: '/jobs', parse: (json: unknown) => json },
  metric: {
    path: '/metrics',
    query: { get: ':metrics' },
    parse: (json: unknown) => json,
  },
  job: {
    path: '/jobs/:job/state',
    query: { get: 'a b' },
    parse: (json: unknown) => {
      if (json === 7) throw new Error('no state');
      return json;
    },
  },
} as const;
const SERVICE = {
  cluster: 'east',
  namespace: 'data',
  name: 'a-rest',
  port: 8081,
};
const JOB = '98ef5b6c87ccd066a8a7dfd1290e9288';
const status = (message: string) =>
  JSON.stringify({ kind: 'Status', status: 'Failure', message });

describe('ServiceProxy', () => {
  const asked: string[] = [];
  const signal = new AbortController().signal;

  function proxy(
    answer: (signal: AbortSignal) => Response | Promise<Response>,
  ) {
    asked.length = 0;
    return new ServiceProxy({
      access: {
        listClusters: async () => [],
        get: async (cluster, path, options) => {
          asked.push(`${cluster} ${path}`);
          return answer(options.signal);
        },
      },
      reads: READS,
      patience: 50,
      most: 1000,
    });
  }

  it('asks for what the table says of a Service that is named by its parts', async () => {
    const ok = proxy(() => new Response('{"a":1}'));
    expect(await ok.read(SERVICE, 'job', { signal, job: JOB })).toEqual({
      a: 1,
    });
    expect(asked).toEqual([
      `east /api/v1/namespaces/data/services/a-rest:8081/proxy/jobs/${JOB}/state?get=a+b`,
    ]);
  });

  it('asks for metrics by the names that the engine has for them', async () => {
    const ok = proxy(() => new Response('{}'));
    const metrics = 'Source__a&b=[ü]_?.pendingRecords,Source__c.pendingRecords';
    await ok.read(SERVICE, 'metric', { signal, metrics });
    const [, query] = asked[0].split('?');
    expect([...new URLSearchParams(query)]).toEqual([['get', metrics]]);
    for (const other of ['numRestarts', 'a.pendingRecords,b', ',', '']) {
      await expect(
        ok.read(SERVICE, 'metric', { signal, metrics: other }),
      ).rejects.toThrow('a metrics is named by what Flink calls');
    }
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['a read that is not in the table', SERVICE, 'toString', JOB],
    ['a path', SERVICE, '/jobs/../jars', JOB],
    ['a job that leads elsewhere', SERVICE, 'job', '../../secrets'],
    ['a job without its id', SERVICE, 'job', undefined],
    [
      'a Service that leads elsewhere',
      { ...SERVICE, name: 'a/../b' },
      'jobs',
      '',
    ],
    ['another scheme', { ...SERVICE, name: 'https:a' }, 'jobs', ''],
    [
      'a namespace that leads elsewhere',
      { ...SERVICE, namespace: '..' },
      'jobs',
      '',
    ],
    ['no port', { ...SERVICE, port: NaN }, 'jobs', ''],
  ])('asks nobody for %s', async (_, service, name, job) => {
    const any = proxy(() => new Response('{}'));
    await expect(
      any.read(service, name as 'jobs', { signal, job }),
    ).rejects.toThrow();
    expect(asked).toEqual([]);
  });

  // Texts of kube-apiserver 1.35, but for the port by name.
  it.each([
    [
      403,
      status(
        'services "a-rest:8081" is forbidden: User "x" cannot get resource "services/proxy" in API group "" in the namespace "data"',
      ),
      'forbidden',
    ],
    [404, status('services "a-rest" not found'), 'no-service'],
    [
      503,
      status('no service port 8081 found for service "a-rest"'),
      'no-service',
    ],
    [
      503,
      status('no endpoints available for service "a-rest:8081"'),
      'no-endpoints',
    ],
    [
      503,
      status(
        'error trying to reach service: dial tcp 10.77.0.1:8081: connect: connection refused',
      ),
      'refused',
    ],
    [
      503,
      status(
        'error trying to reach service: dial tcp 10.77.0.99:8081: i/o timeout',
      ),
      'silent',
    ],
    [401, status('Unauthorized'), 'cluster'],
    [302, '', 'redirected'],
    [404, '{"errors":["Job not found"]}', 'error'],
    [200, '<html>', 'not-json'],
    [200, '7', 'not-json'],
    [200, '"a"'.padEnd(2000), 'too-large'],
  ])('tells why there is no answer: %s %s', async (code, body, kind) => {
    const refusing = proxy(() => new Response(body, { status: code }));
    const refusal = await refusing
      .read(SERVICE, 'job', { signal, job: JOB })
      .catch(error => error);
    expect(refusal).toBeInstanceOf(NoAnswer);
    expect((refusal as NoAnswer).kind).toBe(kind);
  });

  it('does not wait for ever', async () => {
    const silent = proxy(
      inner =>
        new Promise((_, reject) => {
          inner.addEventListener('abort', () => reject(inner.reason));
        }),
    );
    await expect(
      silent.read(SERVICE, 'jobs', { signal }),
    ).rejects.toMatchObject({ kind: 'silent' });
  });

  it('blames the cluster where that is not reached', async () => {
    const broken = proxy(() => {
      throw new TypeError('fetch failed');
    });
    await expect(
      broken.read(SERVICE, 'jobs', { signal }),
    ).rejects.toMatchObject({ kind: 'cluster' });
  });
});
