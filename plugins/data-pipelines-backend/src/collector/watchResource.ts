import { setTimeout as sleep } from 'node:timers/promises';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { failureSentence, Refusal } from './failure';
import { project, RawObject } from './project';
import { PipelineIndex } from './PipelineIndex';
import { Resource, RESOURCES } from './resources';
import { watchLines } from './watchLines';

type WatchEvent =
  | { type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK'; object: RawObject }
  | { type: 'ERROR'; object: { code?: number; message?: string } };

interface List {
  metadata: { resourceVersion: string; continue?: string };
  items: RawObject[];
}

/** How a cluster answers, as its watches see it. */
export interface Contact {
  /** The resource is in sync and followed. */
  synced(): void;
  /** The cluster did not answer, or refused; the sentence says it all. */
  failed(sentence: string): void;
}

/** The cluster does not know the kind: no fault, its operator may come later. */
class NotServed extends Error {}

/** The watch is too old to go on: list again at once. */
class Expired extends Error {}

const PAGE = 500;
/** A bookmark comes every minute; longer silence is a dead connection. */
const SILENCE = 90_000;
const LONGEST_WAIT = 30_000;
const LOOK_FOR_KIND_AGAIN = 30_000;

/** One LIST, then one WATCH, for as long as the signal allows. Never throws. */
export async function watchResource(options: {
  access: ClusterAccess;
  cluster: string;
  resource: Resource;
  index: PipelineIndex;
  contact: Contact;
  signal: AbortSignal;
}): Promise<void> {
  const { contact, signal } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const version = await listAll(options);
      contact.synced();
      failures = 0;
      await follow(options, version);
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Expired) continue;
      if (error instanceof NotServed) {
        contact.synced();
        await pause(LOOK_FOR_KIND_AGAIN, signal);
        continue;
      }
      contact.failed(
        failureSentence(options.cluster, options.resource, error as Error),
      );
      const wait = Math.min(LONGEST_WAIT, 500 * 2 ** failures++);
      // Jitter: a cluster that returns is not met by everybody at once.
      await pause(wait * (0.5 + Math.random() / 2), signal);
    }
  }
}

async function listAll(
  options: Parameters<typeof watchResource>[0],
): Promise<string> {
  const { cluster, resource, index } = options;
  const objects: RawObject[] = [];
  let next = '';
  let version = '';
  do {
    const page = await getJson(
      options,
      `limit=${PAGE}${next && `&continue=${encodeURIComponent(next)}`}`,
    );
    objects.push(...page.items);
    version = page.metadata.resourceVersion;
    next = page.metadata.continue ?? '';
  } while (next);
  index.replace(
    cluster,
    resource,
    objects.map(object => project(resource, object)),
  );
  return version;
}

/** Follows the watch, renewing it each few minutes, until it breaks. */
async function follow(
  options: Parameters<typeof watchResource>[0],
  from: string,
): Promise<void> {
  const { access, cluster, resource, index, signal } = options;
  let version = from;
  while (!signal.aborted) {
    const silence = new AbortController();
    const alarm = setTimeout(() => silence.abort(), SILENCE);
    try {
      const seconds = Math.round(240 + Math.random() * 120);
      const response = await access.get(
        cluster,
        withQuery(
          resource,
          `watch=true&allowWatchBookmarks=true&resourceVersion=${version}&timeoutSeconds=${seconds}`,
        ),
        { signal: AbortSignal.any([signal, silence.signal]) },
      );
      if (!response.ok || !response.body) throw await refusal(response);
      const lines = watchLines(response.body, () => {
        alarm.refresh();
      });
      for await (const line of lines) {
        const event = JSON.parse(line) as WatchEvent;
        if (event.type === 'ERROR') {
          if (event.object.code === 410) throw new Expired();
          throw new Error(event.object.message ?? 'the watch was refused');
        }
        version = event.object.metadata.resourceVersion ?? version;
        if (event.type === 'BOOKMARK') continue;
        const object = project(resource, event.object);
        if (event.type === 'DELETED') {
          index.delete(cluster, resource, object.metadata);
        } else {
          index.put(cluster, resource, object);
        }
      }
    } finally {
      clearTimeout(alarm);
    }
  }
}

async function getJson(
  options: Parameters<typeof watchResource>[0],
  query: string,
): Promise<List> {
  const { access, cluster, resource, signal } = options;
  const response = await access.get(cluster, withQuery(resource, query), {
    signal: AbortSignal.any([signal, AbortSignal.timeout(SILENCE)]),
  });
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as List;
}

async function refusal(response: Response): Promise<Error> {
  const text = await response.text();
  if (response.status === 404) return new NotServed(text);
  if (response.status === 410) return new Expired(text);
  return new Refusal(response.status, text);
}

function withQuery(resource: Resource, query: string): string {
  const { path } = RESOURCES[resource];
  return `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

async function pause(milliseconds: number, signal: AbortSignal) {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
