import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compare } from '@headworks/backstage-plugin-data-pipelines-common';
import { parse } from 'yaml';
import { ensureBinaries } from '../cluster/binaries';
import { KubernetesObject } from '../cluster/client';
import { Cluster, startCluster } from '../cluster/cluster';
import { Discovery } from '../cluster/discovery';

const POD = `
      metadata: { labels: { app: a } }
      spec: { restartPolicy: Never, containers: [{ name: main, image: "a:1" }] }`;
const LONG_POD = POD.replace('restartPolicy: Never, ', '');

const STATEFUL_SET = `
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: compared }
spec:
  replicas: 3
  serviceName: one
  podManagementPolicy: Parallel
  selector: { matchLabels: { app: a } }
  template: ${LONG_POD}
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: 10Gi } }
`;
const JOB = `
apiVersion: batch/v1
kind: Job
metadata: { name: compared }
spec:
  backoffLimit: 1
  template: ${POD}
`;
const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: compared }
spec:
  selector: { matchLabels: { app: a } }
  template: ${LONG_POD.replace('app: a', 'app: a, tier: b')}
`;
const ROLE_BINDING = `
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: compared }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: one }
`;
const SERVICE = `
apiVersion: v1
kind: Service
metadata: { name: compared }
spec: { clusterIP: None, ports: [{ port: 80 }] }
`;
const CLAIM = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: compared }
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: slow
  resources: { requests: { storage: 10Gi } }
`;

/** What `compare` calls refused by Kubernetes, Kubernetes refuses, and the rest it takes. */
describe('compare and the API server', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-compare-'));
  let cluster: Cluster;
  let discovery: Discovery;

  beforeAll(async () => {
    cluster = await startCluster({
      dataDirectory: home,
      binaries: await ensureBinaries(() => {}),
      log: () => {},
    });
    discovery = new Discovery(cluster.client);
  }, 900_000);

  afterAll(async () => {
    await cluster?.stop();
    fs.rmSync(home, { recursive: true, force: true });
  });

  const isAccepted = async (
    before: KubernetesObject,
    after: KubernetesObject,
  ) => {
    const at = await discovery.collection(before, 'default');
    const resource = `${at}/${before.metadata.name}`;
    await cluster.client.apply(resource, before);
    return cluster.client.apply(`${resource}?dryRun=All`, after).then(
      () => true,
      () => false,
    );
  };

  it.each([
    ['StatefulSet', 'storage: 10Gi', 'storage: 20Gi', STATEFUL_SET],
    ['StatefulSet', 'name: data', 'name: other', STATEFUL_SET],
    ['StatefulSet', 'serviceName: one', 'serviceName: two', STATEFUL_SET],
    ['StatefulSet', 'Policy: Parallel', 'Policy: OrderedReady', STATEFUL_SET],
    ['Job', 'image: "a:1"', 'image: "a:2"', JOB],
    ['Deployment', '{ app: a }', '{ app: a, tier: b }', DEPLOYMENT],
    ['RoleBinding', 'name: one', 'name: two', ROLE_BINDING],
    ['Service', 'clusterIP: None', 'clusterIP: 10.96.0.77', SERVICE],
    ['PersistentVolumeClaim', 'slow', 'fast', CLAIM],
    ['PersistentVolumeClaim', '10Gi', '5Gi', CLAIM],
  ])('refuse in a %s: %s → %s', async (_, from, to, text) => {
    const [before, after] = [parse(text), parse(text.replace(from, to))];
    expect(after).not.toEqual(before);
    expect(compare([before], [after]).map(({ severity }) => severity)).toEqual([
      'refused',
    ]);
    expect(await isAccepted(before, after)).toBe(false);
  });

  it.each([
    ['StatefulSet', 'replicas: 3', 'replicas: 4', STATEFUL_SET],
    ['StatefulSet', 'image: "a:1"', 'image: "a:2"', STATEFUL_SET],
    ['Job', 'backoffLimit: 1', 'backoffLimit: 2', JOB],
    ['Deployment', 'image: "a:1"', 'image: "a:2"', DEPLOYMENT],
    ['Service', 'port: 80', 'port: 81', SERVICE],
  ])('accept in a %s: %s → %s', async (_, from, to, text) => {
    const [before, after] = [parse(text), parse(text.replace(from, to))];
    expect(after).not.toEqual(before);
    expect(compare([before], [after])).toEqual([]);
    expect(await isAccepted(before, after)).toBe(true);
  });
});
