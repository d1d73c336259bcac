import fs from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { ClusterClient, KubernetesObject } from '../cluster/client';
import { trimmed } from './trimmed';

/** One version of an object, as a recording has it. */
interface Version {
  at: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: KubernetesObject;
}

const RESOURCES = [
  'flinkdeployments',
  'flinksessionjobs',
  'flinkstatesnapshots',
];

/**
 * Watches the Flink objects of a namespace, and keeps each version whose
 * specification or status is another one. With `HEADWORKS_LAB_RECORD` they are
 * written to that folder, one file an action: fixtures of what operators do.
 */
export class JobRecorder {
  readonly #folder = process.env.HEADWORKS_LAB_RECORD;
  readonly #abort = new AbortController();
  readonly #last = new Map<string, Version>();
  #versions: Version[] = [];

  constructor(
    private readonly client: ClusterClient,
    private readonly namespace: string,
  ) {}

  start() {
    for (const resource of RESOURCES) {
      this.#follow(
        `/apis/flink.apache.org/v1beta1/namespaces/${this.namespace}/${resource}?watch=true`,
      );
    }
  }

  stop() {
    this.#abort.abort();
  }

  /** Forgets what was; the state of now is the beginning. */
  begin() {
    this.#versions = [...this.#last.values()].filter(
      // A snapshot of before has no part in what happens next.
      ({ object }) => object.kind !== 'FlinkStateSnapshot',
    );
  }

  /** Writes what came since {@link begin}, and what it amounted to. */
  save(name: string, truth: object) {
    if (!this.#folder) return;
    const lines = [{ truth }, ...this.#versions];
    fs.mkdirSync(this.#folder, { recursive: true });
    fs.writeFileSync(
      path.join(this.#folder, `${name}.ndjson`),
      lines.map(line => `${JSON.stringify(line)}\n`).join(''),
    );
  }

  async #follow(at: string) {
    while (!this.#abort.signal.aborted) {
      try {
        for await (const {
          type,
          object,
        } of this.client.watch<KubernetesObject>(at, this.#abort.signal)) {
          if (type === 'ERROR' || type === 'BOOKMARK') break;
          this.#keep({
            at: new Date().toISOString(),
            type,
            object: trimmed(object),
          });
        }
      } catch {
        // The API server ends a watch now and then; the next begins with all there is.
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }

  #keep(version: Version) {
    const { kind, metadata } = version.object;
    const key = `${kind}/${metadata.name}`;
    const last = this.#last.get(key);
    if (
      last &&
      version.type !== 'DELETED' &&
      isDeepStrictEqual(said(last.object), said(version.object))
    ) {
      return;
    }
    this.#last.set(key, version);
    this.#versions.push(version);
  }
}

/** All but what changes with each write. */
function said({ metadata, ...object }: KubernetesObject) {
  const { labels, generation } = metadata;
  return { ...object, labels, generation };
}
