import { generateKeyPairSync, sign } from 'node:crypto';
import { TestBackend } from '@backstage/backend-test-utils';
import {
  PipelineList,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Caller, CALLERS, permissions } from './callers';
import { ApiDocument, documentedAnswers } from './documentedAnswers';
import { leaksIn } from '../secrets';
import { realCallers } from './realCallers';
import { startPortal } from './startPortal';
import { readSample, startWorld, World } from './world';

const PREFIX = '/api/data-pipelines';

/** Who gets what; whoever is not named gets `else`. */
type Statuses = Partial<Record<Caller, number>> & { else: number };

interface Route {
  method: 'get' | 'post';
  /** As in the OpenAPI document. */
  path: string;
  at: string;
  body?: object;
  statuses: Statuses;
}

/** What the caller may not see is not there. */
const seen: Statuses = { nobody: 401, guest: 404, stranger: 404, else: 200 };
const hiddenFromViewer: Statuses = { ...seen, viewer: 404 };
/** Needs a permission. */
const permitted: Statuses = {
  nobody: 401,
  guest: 403,
  stranger: 403,
  viewer: 403,
  else: 200,
};

const get = (path: string, at: string, statuses: Statuses): Route => ({
  method: 'get',
  path,
  at,
  statuses,
});

const ofPipeline = (rest: string, query = '') => [
  get(
    `/pipelines/{namespace}/{name}${rest}`,
    `/pipelines/default/clickstream${rest}${query}`,
    seen,
  ),
  get(
    `/pipelines/{namespace}/{name}${rest}`,
    `/pipelines/default/payments${rest}${query}`,
    hiddenFromViewer,
  ),
  get(
    `/pipelines/{namespace}/{name}${rest}`,
    `/pipelines/default/nothing${rest}${query}`,
    { nobody: 401, else: 404 },
  ),
];

const ofJob = (rest: string, query = '') => [
  get(
    `/jobs/{namespace}/{name}${rest}`,
    `/jobs/default/clickstream-sessionize${rest}${query}`,
    seen,
  ),
  get(
    `/jobs/{namespace}/{name}${rest}`,
    `/jobs/default/payments-check${rest}${query}`,
    hiddenFromViewer,
  ),
];

const QUESTION = {
  environment: 'dev',
  action: { action: 'savepoint' },
  key: 'security-1',
};

const PART_QUESTION = {
  environment: 'dev',
  part: { kind: 'KafkaTopic', namespace: 'kafka', name: 'clicks' },
  action: { action: 'pause-reconciliation' },
  key: 'security-2',
};

const STOP = {
  environment: 'dev',
  action: { action: 'stop' },
  key: 'security-3',
};

const ROUTES: Route[] = [
  get('/pipelines', '/pipelines', { nobody: 401, else: 200 }),
  get('/pipelines', '/pipelines?text=payments&sort=name', {
    nobody: 401,
    else: 200,
  }),
  ...ofPipeline(''),
  ...ofPipeline('/history'),
  ...ofPipeline('/drift'),
  ...ofPipeline('/parts/actions'),
  {
    method: 'post',
    path: '/pipelines/{namespace}/{name}/parts/actions/preview',
    at: '/pipelines/default/clickstream/parts/actions/preview',
    body: PART_QUESTION,
    statuses: { nobody: 401, operator: 200, else: 403 },
  },
  {
    method: 'post',
    path: '/pipelines/{namespace}/{name}/parts/actions',
    at: '/pipelines/default/clickstream/parts/actions',
    body: { ...PART_QUESTION, fingerprint: 'none', acknowledged: [] },
    // Nobody has looked at it.
    statuses: { nobody: 401, operator: 409, else: 403 },
  },
  ...ofPipeline('/actions'),
  ...ofPipeline('/lag', '?environment=dev'),
  {
    method: 'post',
    path: '/pipelines/{namespace}/{name}/actions/preview',
    at: '/pipelines/default/clickstream/actions/preview',
    body: STOP,
    statuses: { nobody: 401, operator: 200, else: 403 },
  },
  {
    method: 'post',
    path: '/pipelines/{namespace}/{name}/actions',
    at: '/pipelines/default/clickstream/actions',
    body: { ...STOP, fingerprint: 'none', acknowledged: [] },
    // Nobody has looked at it.
    statuses: { nobody: 401, operator: 409, else: 403 },
  },
  {
    method: 'post',
    path: '/pipelines/{namespace}/{name}/changes/preview',
    at: '/pipelines/default/clickstream/changes/preview',
    body: { environment: 'dev', job: 'sessionize', parallelism: 2 },
    // Those who may are told that this portal reads no repository on its disk.
    statuses: { ...permitted, else: 400 },
  },
  ...ofJob(''),
  ...ofJob('/state'),
  ...ofJob('/checkpoints', '?environment=dev'),
  ...ofJob('/flink', '?environment=dev'),
  ...ofJob('/history'),
  ...ofJob('/actions'),
  {
    method: 'post',
    path: '/jobs/{namespace}/{name}/actions/preview',
    at: '/jobs/default/clickstream-sessionize/actions/preview',
    body: QUESTION,
    // Whoever does something has a name that stands on it.
    statuses: { nobody: 401, operator: 200, else: 403 },
  },
  {
    method: 'post',
    path: '/jobs/{namespace}/{name}/actions',
    at: '/jobs/default/clickstream-sessionize/actions',
    body: { ...QUESTION, fingerprint: 'none', acknowledged: [] },
    // Nobody has looked at it.
    statuses: { nobody: 401, operator: 409, else: 403 },
  },
  {
    method: 'post',
    path: '/jobs/{namespace}/{name}/starts/acknowledge',
    at: '/jobs/default/clickstream-sessionize/starts/acknowledge',
    body: { environment: 'dev', id: 'none', reason: 'It is meant to be' },
    // It has no such start.
    statuses: { nobody: 401, operator: 404, else: 403 },
  },
  get('/clusters', '/clusters', permitted),
  get(
    '/clusters/{cluster}/namespaces',
    '/clusters/playground/namespaces',
    permitted,
  ),
  get('/clusters/{cluster}/kafka', '/clusters/playground/kafka', permitted),
  get(
    '/clusters/{cluster}/kafka/{namespace}/{kafka}/topics',
    '/clusters/playground/kafka/kafka/analytics/topics',
    permitted,
  ),
  {
    method: 'post',
    path: '/preview',
    at: '/preview',
    body: { form: {} },
    // Those who may are told what is missing.
    statuses: { ...permitted, else: 400 },
  },
  get('/collector', '/collector', permitted),
  get('/found', '/found?scope=all', {
    nobody: 401,
    service: 200,
    external: 200,
    else: 403,
  }),
];

interface Recorded {
  route: Route;
  caller: Caller;
  status: number;
  text: string;
}

interface Action {
  name: string;
  attributes: object;
  examples: unknown[];
  schema: { input: { properties: Record<string, { description?: string }> } };
}

/** As the auth plugin makes them, signed with somebody else's key. */
function otherPortals(): string {
  const encoded = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const head = encoded({ alg: 'ES256', typ: 'vnd.backstage.user', kid: 'a' });
  const body = encoded({
    sub: 'user:default/operator',
    aud: 'backstage',
    exp: Math.round(Date.now() / 1000) + 600,
  });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signature = sign('sha256', Buffer.from(`${head}.${body}`), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${head}.${body}.${signature.toString('base64url')}`;
}

interface Explained {
  health: string;
  cause?: string;
  environments: Array<{
    healthyParts: number;
    problems: Array<{ entityRef?: string }>;
  }>;
}

describe('the API, for every kind of caller', () => {
  let world: World;
  let backend: TestBackend;
  let headers: Record<Caller, string | undefined>;
  const recorded: Recorded[] = [];

  beforeAll(async () => {
    world = await startWorld({ speed: 50 });
    for (const sample of ['clickstream', 'payments']) {
      await world.generate(readSample(sample));
      await world.install(sample);
    }
    const real = realCallers();
    backend = await startPortal(world, permissions.factory, {
      write: true,
      ...real,
    });
    headers = await real.headers(backend);
    await untilAllIsWell();
  });

  afterAll(async () => {
    await backend?.stop();
    await world?.stop();
  });

  const callers = Object.keys(CALLERS) as Caller[];
  it.each(
    ROUTES.flatMap(route =>
      callers.map(
        caller =>
          [
            caller,
            route.method,
            route.at,
            route.statuses[caller] ?? route.statuses.else,
            route,
          ] as const,
      ),
    ),
  )('%s: %s %s is %i', async (caller, _method, _at, status, route) => {
    const response = await ask(caller, route);
    const text = await response.text();
    recorded.push({ route, caller, status: response.status, text });
    expect([response.status, text]).toEqual([status, expect.any(String)]);
  });

  it('covers every route of the document', async () => {
    const covered = new Set(
      ROUTES.map(({ method, path }) => `${method} ${path}`),
    );
    const { paths } = await document();
    const all = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map(method => `${method} ${path}`),
    );
    expect([...covered].sort()).toEqual(all.sort());
  });

  it('answers as the document says', async () => {
    const compare = documentedAnswers(await document());
    const problems = recorded.flatMap(({ route, status, text }) =>
      compare(route.path, route.method, status, JSON.parse(text)),
    );
    expect(problems).toEqual([]);
  });

  it.each<[Caller, string[]]>([
    ['guest', []],
    ['stranger', []],
    ['viewer', ['clickstream']],
    ['operator', ['clickstream', 'payments']],
    ['service', ['clickstream', 'payments']],
    ['external', ['clickstream', 'payments']],
  ])('%s sees %j, in rows, counts and facets', async (caller, names) => {
    const list = await json<PipelineList>(caller, '/pipelines?sort=name');
    expect(list.items.map(({ name }) => name)).toEqual(names);
    expect(list.total).toBe(names.length);
    expect(list.facets.all).toBe(names.length);
    const counted = Object.values(list.facets.environment);
    expect(counted).toEqual(names.length > 0 ? [names.length] : []);
    expect(list.clusters.length).toBe(names.length > 0 ? 1 : 0);
  });

  it('tells nobody of what they may not see, in no answer at all', () => {
    const told = recorded.filter(
      ({ caller, text, route }) =>
        ['nobody', 'guest', 'stranger', 'viewer'].includes(caller) &&
        !route.at.includes('payments') &&
        text.includes('payments'),
    );
    expect(told).toEqual([]);
  });

  it('has no credential and no bookkeeping of Kubernetes in any answer', () => {
    expect(recorded.length).toBe(ROUTES.length * callers.length);
    const leaks = recorded.flatMap(({ route, caller, text }) =>
      leaksIn(text).map(leak => `${caller} ${route.at}: ${leak}`),
    );
    expect(leaks).toEqual([]);
  });

  describe('its actions, for agents', () => {
    const ACTIONS = '/.backstage/actions/v1/actions';
    const invoke = (caller: Caller, name: string, body: object) =>
      ask(caller, {
        method: 'post',
        at: `${ACTIONS}/data-pipelines:${name}/invoke`,
        body,
      });

    it('only read, and say what they take and give', async () => {
      const { actions } = await json<{ actions: Action[] }>(
        'operator',
        ACTIONS,
      );
      expect(actions.map(({ name }) => name).sort()).toEqual([
        'explain-pipeline',
        'list-pipelines',
        'pipeline-history',
      ]);
      for (const { attributes, schema, examples } of actions) {
        expect(attributes).toEqual({
          readOnly: true,
          destructive: false,
          idempotent: true,
        });
        const inputs = Object.values(schema.input.properties);
        expect(inputs.every(({ description }) => description)).toBe(true);
        expect(examples.length).toBeGreaterThan(0);
      }
    });

    it.each<[Caller, string[] | 401]>([
      ['nobody', 401],
      ['guest', []],
      ['stranger', []],
      ['viewer', ['clickstream']],
      ['operator', ['clickstream', 'payments']],
      ['service', ['clickstream', 'payments']],
      ['external', ['clickstream', 'payments']],
    ])('list for %s: %j', async (caller, expected) => {
      const response = await invoke(caller, 'list-pipelines', {});
      if (expected === 401) {
        expect(response.status).toBe(401);
        return;
      }
      const { output } = (await response.json()) as {
        output: { total: number; pipelines: Array<{ pipeline: string }> };
      };
      expect(output.total).toBe(expected.length);
      expect(output.pipelines.map(({ pipeline }) => pipeline).sort()).toEqual(
        expected.map(name => `component:default/${name}`),
      );
    });

    it.each(
      (['explain-pipeline', 'pipeline-history'] as const).flatMap(name => [
        [name, 'guest', 404] as const,
        [name, 'stranger', 404] as const,
        [name, 'viewer', 404] as const,
        [name, 'operator', 200] as const,
        [name, 'service', 200] as const,
        [name, 'external', 200] as const,
      ]),
    )('%s for %s of payments: %i', async (name, caller, status) => {
      const response = await invoke(caller, name, { pipeline: 'payments' });
      expect(response.status).toBe(status);
    });

    it('explain what is wrong, where, and what to do', async () => {
      const deadline = Date.now() + 60_000;
      let output: Explained;
      do {
        const response = await invoke('operator', 'explain-pipeline', {
          pipeline: 'payments',
          environment: 'dev',
        });
        ({ output } = (await response.json()) as { output: Explained });
      } while (output.health !== 'Degraded' && Date.now() < deadline);
      expect(output).toMatchObject({
        pipeline: 'component:default/payments',
        health: 'Degraded',
        message: expect.stringMatching(/image .* cannot be pulled/),
        nextStep: expect.any(String),
      });
      const [{ problems, healthyParts }] = output.environments;
      expect(problems.map(({ entityRef }) => entityRef)).toContain(
        output.cause,
      );
      expect(healthyParts).toBeGreaterThan(0);
    });

    it.each([
      [{ pipeline: 'group:default/a' }, 'is no pipeline'],
      [{ pipeline: 'clickstream', environment: 'moon' }, 'choose of dev'],
      [{}, 'pipeline'],
    ])('explain refuses %j', async (input, sentence) => {
      const response = await invoke('operator', 'explain-pipeline', input);
      expect(response.status).toBe(400);
      expect((await response.json()).error.message).toContain(sentence);
    });
  });

  it.each([
    ['altered', (token: string) => `${token.slice(0, -4)}AAAA`],
    ['of another portal', () => otherPortals()],
    ['no token at all', () => 'abc'],
  ])('refuses a token that is %s', async (_, altered) => {
    for (const caller of ['operator', 'service', 'external'] as const) {
      const token = headers[caller]!.slice('Bearer '.length);
      const response = await fetch(
        `http://localhost:${backend.server.port()}${PREFIX}/pipelines`,
        { headers: { Authorization: `Bearer ${altered(token)}` } },
      );
      expect(response.status).toBe(401);
    }
  });

  it('takes no answer of one viewer for that of another', async () => {
    const first = await ask('operator', ROUTES[0]);
    const etag = first.headers.get('etag')!;
    expect(etag).toBeTruthy();
    const other = await ask('viewer', ROUTES[0], { 'If-None-Match': etag });
    expect(other.status).toBe(200);
  });

  function ask(
    caller: Caller,
    { method, at, body }: Pick<Route, 'method' | 'at' | 'body'>,
    more: Record<string, string> = {},
  ) {
    const port = backend.server.port();
    return fetch(`http://localhost:${port}${PREFIX}${at}`, {
      method,
      headers: {
        ...(headers[caller] && { Authorization: headers[caller] }),
        ...(body && { 'Content-Type': 'application/json' }),
        ...more,
      },
      body: body && JSON.stringify(body),
    });
  }

  async function json<T>(caller: Caller, at: string): Promise<T> {
    const response = await ask(caller, { method: 'get', at });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }

  async function document(): Promise<ApiDocument> {
    const served = await json<ApiDocument>('operator', '/openapi.json');
    return {
      ...served,
      paths: Object.fromEntries(
        Object.entries(served.paths).map(([path, item]) => [
          path.slice(PREFIX.length),
          item,
        ]),
      ),
    };
  }

  /** Both pipelines are in the catalog, and a savepoint can be taken. */
  async function untilAllIsWell() {
    const deadline = Date.now() + 60_000;
    for (;;) {
      const list = await json<PipelineList>('operator', '/pipelines').catch(
        () => undefined,
      );
      if (list?.items.length === 2) {
        const view = await json<PipelineView>(
          'operator',
          '/pipelines/default/clickstream',
        );
        if (view.verdict.health === 'Healthy') return;
      }
      if (Date.now() > deadline) throw new Error(JSON.stringify(list));
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
});
