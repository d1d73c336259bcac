import fs from 'node:fs';
import { parse } from 'yaml';
import { KubernetesObject } from './client';
import { Cluster } from './cluster';
import { Discovery } from './discovery';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

interface Definition extends KubernetesObject {
  spec: {
    group: string;
    names: { kind: string };
    versions: Array<{ name: string; served: boolean }>;
  };
  status?: { conditions?: Array<{ type: string; status: string }> };
}

/** Applies the CRDs and waits until the API server serves them. */
export async function applyCrds(
  cluster: Cluster,
  files: readonly string[],
): Promise<void> {
  const names: string[] = [];
  for (const file of files) {
    const definition = parse(fs.readFileSync(file, 'utf8')) as Definition;
    names.push(definition.metadata.name);
    await cluster.client.apply(
      `${CRDS}/${definition.metadata.name}`,
      definition,
    );
  }
  for (const name of names) {
    await established(cluster, name);
  }
}

/** Waits until the API server, which has just begun, serves all CRDs it has. */
export async function waitUntilServed(cluster: Cluster): Promise<void> {
  const { items } = await cluster.client.list<Definition>(CRDS);
  const deadline = Date.now() + 30_000;
  for (const { metadata, spec } of items) {
    for (const { name } of spec.versions.filter(({ served }) => served)) {
      const object = {
        apiVersion: `${spec.group}/${name}`,
        kind: spec.names.kind,
        metadata: { name: 'any' },
      };
      while (!(await isServed(cluster, object))) {
        if (Date.now() > deadline) {
          throw new Error(
            `The API server does not serve ${metadata.name} after 30 s`,
          );
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
    }
  }
}

async function isServed(cluster: Cluster, object: KubernetesObject) {
  return new Discovery(cluster.client).collection(object, 'default').then(
    () => true,
    () => false,
  );
}

async function established(cluster: Cluster, name: string) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const { status } = await cluster.client.get<Definition>(`${CRDS}/${name}`);
    const done = status?.conditions?.some(
      condition =>
        condition.type === 'Established' && condition.status === 'True',
    );
    if (done) return;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`The API server does not serve ${name} after 30 s`);
}
