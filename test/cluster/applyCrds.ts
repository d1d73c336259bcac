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
}

/** Applies the CRDs and waits until the API server serves them. */
export async function applyCrds(
  cluster: Cluster,
  files: readonly string[],
): Promise<void> {
  for (const file of files) {
    const definition = parse(fs.readFileSync(file, 'utf8')) as Definition;
    await cluster.client.apply(
      `${CRDS}/${definition.metadata.name}`,
      definition,
    );
  }
  await waitUntilServed(cluster);
}

/** Waits until the API server serves all CRDs it has. */
export async function waitUntilServed(cluster: Cluster): Promise<void> {
  const { items } = await cluster.client.list<Definition>(CRDS);
  const deadline = Date.now() + 30_000;
  for (;;) {
    // It asks for a group once and keeps the answer: a new one each time.
    const discovery = new Discovery(cluster.client);
    const missing = await firstMissing(discovery, items);
    if (!missing) return;
    if (Date.now() > deadline) {
      throw new Error(
        `The API server does not serve ${missing.metadata.name} after 30 s`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

async function firstMissing(
  discovery: Discovery,
  definitions: readonly Definition[],
): Promise<Definition | undefined> {
  for (const definition of definitions) {
    const { group, names, versions } = definition.spec;
    for (const { name } of versions.filter(({ served }) => served)) {
      const object = {
        apiVersion: `${group}/${name}`,
        kind: names.kind,
        metadata: { name: 'any' },
      };
      const isServed = await discovery.collection(object, 'default').then(
        () => true,
        () => false,
      );
      if (!isServed) return definition;
    }
  }
  return undefined;
}
