import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { startPortal } from '../../../tools/lib/portal';
import { Postgres } from '../../database/postgres';
import { freePort } from '../../../tools/lib/ports';
import { FleetClusters } from './clusters';
import { writeEntities } from './entities';
import { Inspector } from './Inspector';
import { ClusterName } from './shape';
import { noteSignIns, UserTokens, userTokens } from './userTokens';

const root = path.resolve(__dirname, '../../..');

/** The portal in a process of its own. */
export interface FleetPortal {
  url: string;
  token: UserTokens['token'];
  inspector: Inspector;
  /** When its plugins began to run (ms). */
  startedAt: number;
  stop(): Promise<void>;
}

/** What the Kubernetes tab of an entity is set up to show beside pods and the like. */
const CUSTOM_RESOURCES = [
  ['flink.apache.org', 'v1beta1', 'flinkdeployments'],
  ['flink.apache.org', 'v1beta1', 'flinkstatesnapshots'],
  ['sparkoperator.k8s.io', 'v1beta2', 'sparkapplications'],
  ['kafka.strimzi.io', 'v1', 'kafkatopics'],
  ['kafka.strimzi.io', 'v1', 'kafkausers'],
].map(([group, apiVersion, plural]) => ({ group, apiVersion, plural }));

/**
 * Starts the portal of packages/backend with the fleet in its catalog.
 *
 * @param options - `built`: the folder of its backend; `only`: the clusters that
 * it has
 */
export async function startFleetPortal(options: {
  home: string;
  built: string;
  clusters: FleetClusters;
  postgres: Postgres;
  only: readonly ClusterName[];
  onStarting: (stop: () => Promise<void>) => void;
}): Promise<FleetPortal> {
  const { home, built, clusters, postgres, only } = options;
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const tokens = userTokens({ home, issuer: `${url}/api/auth` });
  const config = path.join(home, 'app-config.bench.yaml');
  const text = stringify({
    app: { baseUrl: url },
    auth: {
      keyStore: tokens.keyStore,
      providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
    },
    backend: {
      baseUrl: url,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'pg',
        connection: postgres.connection('postgres'),
      },
    },
    catalog: {
      // Seven thousand entities that never change: reading them again and
      // again is the catalog's work, which is not what is measured.
      processingInterval: { hours: 1000 },
      locations: [
        {
          type: 'file',
          target: path.join(root, 'test/playground/org.yaml'),
          rules: [{ allow: ['User', 'Group'] }],
        },
        ...writeEntities(home).map(target => ({ type: 'file', target })),
      ],
    },
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: only.map(name => ({
            name,
            url: clusters[name].url,
            caData: clusters[name].caData,
            authProvider: 'serviceAccount',
            skipMetricsLookup: true,
            serviceAccountToken: clusters[name].readToken,
          })),
        },
      ],
      customResources: CUSTOM_RESOURCES,
    },
  });
  fs.writeFileSync(config, text, { mode: 0o600 });
  let stop = async () => {};
  const logFile = path.join(home, 'portal.log');
  fs.rmSync(logFile, { force: true });
  let isReady = false;
  const startedAt = initialized(logFile, () => isReady);
  await startPortal({
    root,
    built,
    home,
    port,
    config,
    environment: {
      // Otherwise answers are written for people to read.
      NODE_ENV: 'production',
      // Room for what lives as long as a request: docs/performance.md.
      NODE_OPTIONS: `--no-node-snapshot --max-semi-space-size=64 --inspect=127.0.0.1:${inspectorPort}`,
    },
    onStarting: end => {
      stop = end;
      options.onStarting(end);
    },
  });
  isReady = true;
  await noteSignIns(postgres);
  const inspector = await Inspector.attach(inspectorPort);
  return {
    url,
    token: tokens.token,
    inspector,
    startedAt: await startedAt,
    async stop() {
      inspector.close();
      await stop();
    },
  };
}

/** When the log says so: nothing of ours runs before. */
async function initialized(logFile: string, isOver: () => boolean) {
  for (;;) {
    const log = fs.existsSync(logFile) ? fs.readFileSync(logFile, 'utf8') : '';
    if (log.includes('Plugin initialization complete') || isOver()) {
      return Date.now();
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
