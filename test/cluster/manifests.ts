import fs from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ClusterClient, KubernetesObject } from './client';
import { Discovery } from './discovery';

const FOLDER = path.resolve(
  __dirname,
  '../../plugins/data-pipelines-backend/manifests',
);

/** A manifest that the backend ships for the side of the cluster. */
export type Manifest =
  | 'read-namespace'
  | 'read'
  | 'compare'
  | 'flink'
  | 'write'
  | 'delete-snapshots'
  | 'ask-flink';

/** What a role of Kubernetes allows. */
export interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
}

function objectsOf(
  name: Manifest,
  folder = FOLDER,
): Array<KubernetesObject & { rules?: Rule[] }> {
  const text = fs.readFileSync(path.join(folder, `${name}.yaml`), 'utf8');
  return parseAllDocuments(text).map(document => document.toJS());
}

/** What a manifest allows. */
export function rulesOf(name: Manifest): Rule[] {
  return objectsOf(name).flatMap(({ rules }) => rules ?? []);
}

/** What `kubectl apply --namespace … -f` does with a manifest. */
export async function applyManifest(
  client: ClusterClient,
  name: Manifest,
  { folder, namespace = '' }: { folder?: string; namespace?: string } = {},
): Promise<void> {
  const discovery = new Discovery(client);
  for (const object of objectsOf(name, folder)) {
    const collection = await discovery.collection(object, namespace);
    await client.apply(`${collection}/${object.metadata.name}`, object);
  }
}

/** What `kubectl create token --namespace headworks` prints. */
export async function tokenOf(
  client: ClusterClient,
  account: string,
): Promise<string> {
  const { status } = (await client.create(
    `/api/v1/namespaces/headworks/serviceaccounts/${account}/token`,
    {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      metadata: { name: account },
      spec: {},
    },
  )) as KubernetesObject & { status: { token: string } };
  return status.token;
}
