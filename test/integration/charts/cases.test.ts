import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { KubernetesObject } from '../../cluster/client';
import { Discovery } from '../../cluster/discovery';
import { startWorld, World, NAMESPACE } from '../world';
import { chartCases } from './cases';
import { HelmCommand } from './helmCommand';
import { podTemplatesOf } from './podTemplates';

const VERSIONS = ['helm4', 'helm3'] as const;
const RELEASE_LIMIT = 600_000;

/** Every values file in the charts' `ci` folders, from lint to uninstall. */
describe('charts/*/ci', () => {
  let world: World;
  let discovery: Discovery;
  let helm: Record<(typeof VERSIONS)[number], HelmCommand>;

  beforeAll(async () => {
    world = await startWorld({ speed: 50, gitops: true });
    discovery = new Discovery(world.cluster.client);
    helm = {
      helm4: new HelmCommand(world, 'helm4'),
      helm3: new HelmCommand(world, 'helm3'),
    };
    await world.cluster.client.apply('/api/v1/namespaces/restricted', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: 'restricted',
        labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
      },
    });
    // The API server looks a pod's class up before it judges anything else.
    const priorities = '/apis/scheduling.k8s.io/v1/priorityclasses';
    await world.cluster.client.apply(`${priorities}/pipelines`, {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'pipelines' },
      value: 1000,
    });
  }, 900_000);

  afterAll(() => world?.stop());

  describe.each(chartCases())('$name', ({ release, valuesFile, write }) => {
    const to = ['--namespace', NAMESPACE, '-f', valuesFile];
    let text: string;
    let objects: KubernetesObject[];

    beforeAll(async () => {
      await write(world);
      text = await helm.helm4.run(release, 'template', release, '.', ...to);
      objects = objectsOf(text);
    });

    it('passes helm lint', async () => {
      for (const version of VERSIONS) {
        await helm[version].run(release, 'lint', '.', '--strict', ...to);
      }
    });

    it('renders the same with Helm 4 and 3, and the same twice', async () => {
      const render = (version: (typeof VERSIONS)[number]) =>
        helm[version].run(release, 'template', release, '.', ...to);
      expect(objectsOf(await render('helm3'))).toEqual(objects);
      expect(await render('helm4')).toBe(text);
    });

    it('names no image by the tag latest', () => {
      expect(text).not.toMatch(/:latest\b/);
    });

    it('changes no object but its labels when the charts’ version does', async () => {
      const chart = path.join(world.home, release);
      const copy = path.join(world.home, `${release}-newer`);
      fs.cpSync(chart, copy, { recursive: true });
      for (const file of fs
        .readdirSync(copy, { recursive: true, encoding: 'utf8' })
        .filter(name => path.basename(name) === 'Chart.yaml')) {
        const at = path.join(copy, file);
        const content = fs.readFileSync(at, 'utf8');
        fs.writeFileSync(
          at,
          content.replace(/version: 0\.1\.0/g, 'version: 9.9.9'),
        );
      }
      const newer = await helm.helm4.run(
        path.basename(copy),
        ...['template', release, '.', '--is-upgrade', ...to],
      );
      expect(objectsOf(newer)).toEqual(objects);
    });

    it('is accepted without an unknown field', async () => {
      expect(objects.length).toBeGreaterThan(0);
      for (const object of objects) {
        const at = await discovery.collection(object, NAMESPACE);
        await world.cluster.client.create(
          `${at}?dryRun=All&fieldValidation=Strict`,
          object,
        );
      }
    });

    it('asks only for pods that Pod Security "restricted" admits', async () => {
      for (const object of objects) {
        for (const { metadata, spec: pod } of podTemplatesOf(object)) {
          await world.cluster.client.create(
            '/api/v1/namespaces/restricted/pods?dryRun=All&fieldValidation=Strict',
            {
              apiVersion: 'v1',
              kind: 'Pod',
              metadata: { name: 'judged', labels: metadata.labels },
              spec: pod,
            },
          );
        }
      }
    });

    it.each(VERSIONS)('installs, keeps and removes with %s', async version => {
      const call = (...args: string[]) => helm[version].run(release, ...args);
      await call('install', release, '.', ...to);
      const installed = await live(objects);
      expect(installed.size).toBe(withoutHooks(objects).length);
      expect(await releaseSize(release)).toBeLessThan(RELEASE_LIMIT);

      await call('upgrade', release, '.', ...to);
      expect(await live(objects)).toEqual(installed);

      await call('uninstall', release, '--namespace', NAMESPACE);
      const deadline = Date.now() + 20_000;
      while ((await live(objects)).size > 0 && Date.now() < deadline) {
        await new Promise(resolve => setTimeout(resolve, 200));
      }
      expect([...(await live(objects)).keys()]).toEqual([]);
    });
  });

  /** kind/namespace/name → what an upgrade without a change must not change */
  async function live(objects: KubernetesObject[]) {
    const found = new Map<string, unknown>();
    for (const object of withoutHooks(objects)) {
      const at = await discovery.collection(object, NAMESPACE);
      const { items } = await world.cluster.client.list(
        `${at}?fieldSelector=metadata.name%3D${object.metadata.name}`,
      );
      for (const { metadata } of items) {
        found.set(`${object.kind} ${at}/${metadata.name}`, {
          uid: metadata.uid,
          generation: metadata.generation,
          labels: metadata.labels,
        });
      }
    }
    return found;
  }

  async function releaseSize(release: string): Promise<number> {
    const selector = encodeURIComponent(`owner=helm,name=${release}`);
    const { items } = await world.cluster.client.list(
      `/api/v1/namespaces/${NAMESPACE}/secrets?labelSelector=${selector}`,
    );
    return Math.max(...items.map(item => JSON.stringify(item).length));
  }
});

function withoutHooks(objects: KubernetesObject[]) {
  return objects.filter(
    ({ metadata }) => !metadata.annotations?.['helm.sh/hook'],
  );
}

/** @throws Error for a duplicate key: server-side apply would refuse it */
function objectsOf(text: string): KubernetesObject[] {
  return parseAllDocuments(text, { uniqueKeys: true })
    .map(document => {
      if (document.errors.length > 0) throw document.errors[0];
      return document.toJSON() as KubernetesObject | null;
    })
    .filter((object): object is KubernetesObject => object !== null);
}
