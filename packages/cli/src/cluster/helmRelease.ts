import { gunzipSync } from 'node:zlib';
import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { parseAllDocuments } from 'yaml';
import { CannotRun } from '../exitCodes';
import { ClusterClient } from './ClusterClient';

interface SecretList {
  items: Array<{
    metadata: { labels?: { version?: string } };
    data?: { release?: string };
  }>;
}

/**
 * The objects that Helm applied last, without hooks.
 *
 * @returns undefined where there is no such release, or its record may not be read
 */
export async function appliedByHelm(
  client: ClusterClient,
  release: string,
  namespace: string,
): Promise<RenderedObject[] | undefined> {
  const selector = encodeURIComponent(
    `owner=helm,name=${release},status=deployed`,
  );
  const list = await client
    .get<SecretList>(
      `/api/v1/namespaces/${namespace}/secrets?labelSelector=${selector}`,
    )
    .catch(error => {
      if (error instanceof CannotRun && /forbidden/i.test(error.message)) {
        return undefined;
      }
      throw error;
    });
  const [latest] = (list?.items ?? []).sort(
    (a, b) => versionOf(b) - versionOf(a),
  );
  const record = latest?.data?.release;
  if (!record) return undefined;
  // Kubernetes writes base64 of what Helm wrote as base64 of gzip.
  const packed = Buffer.from(
    Buffer.from(record, 'base64').toString('utf8'),
    'base64',
  );
  const { manifest } = JSON.parse(gunzipSync(packed).toString('utf8')) as {
    manifest: string;
  };
  return parseAllDocuments(manifest)
    .map(document => document.toJS() as RenderedObject | null)
    .filter(object => object !== null);
}

function versionOf({ metadata }: SecretList['items'][number]): number {
  return Number(metadata.labels?.version ?? 0);
}
