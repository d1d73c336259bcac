import {
  ObjectMetadata,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterReader } from './ClusterReader';
import { pathOf, withQuery } from './streams';

/** How long the probe's watch stays open. */
const SECONDS = 3;
/** What comes this soon was not held, and what comes this late was: milliseconds. */
const AT_ONCE = 1_000;
const TOGETHER = 500;

/**
 * Whether something between us and a cluster holds a watch back until it ends.
 * A watch without a starting point brings the objects that are there at once;
 * where they come only with its end, they were held.
 *
 * @param object - one that is there
 * @returns undefined where it cannot be told
 */
export async function isHeldBack(options: {
  reader: ClusterReader;
  resource: ResourceId;
  version: string;
  object: ObjectMetadata;
  signal: AbortSignal;
}): Promise<boolean | undefined> {
  const { reader, resource, version, object, signal } = options;
  const probe = new AbortController();
  const end = () => probe.abort();
  signal.addEventListener('abort', end, { once: true });
  const began = Date.now();
  let first: number | undefined;
  try {
    await reader.watch(
      withQuery(pathOf(resource, version, object.namespace), {
        watch: 'true',
        fieldSelector: `metadata.name=${object.name}`,
        resourceVersion: 0,
        timeoutSeconds: SECONDS,
      }),
      {
        signal: probe.signal,
        seconds: SECONDS,
        onOpen: () => {},
        onBytes: () => {
          first ??= Date.now() - began;
          if (first < AT_ONCE) probe.abort();
        },
        onLine: () => {},
      },
    );
  } catch {
    // Broken, or refused: others say so.
  } finally {
    signal.removeEventListener('abort', end);
  }
  if (first === undefined || signal.aborted) return undefined;
  // A portal or a cluster that is busy is late, too, but not to the end.
  return first >= AT_ONCE && Date.now() - began - first < TOGETHER;
}
