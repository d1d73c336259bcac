import fs from 'node:fs';
import { parse } from 'yaml';
import { Cluster } from './cluster';
import { KubernetesObject } from './client';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

interface Definition extends KubernetesObject {
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
