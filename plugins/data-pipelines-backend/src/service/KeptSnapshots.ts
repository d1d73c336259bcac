import { LoggerService } from '@backstage/backend-plugin-api';
import { HistoryEntry } from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from '../collector/ObjectChange';
import { Shared } from '../drift/Shared';
import { HistoryStore } from '../history/HistoryStore';

type Entries = Array<Extract<HistoryEntry, { kind: 'snapshot' }>>;

/** So many of a job are shown beside those that the cluster has. */
const MOST = 500;
/** Milliseconds for which all who look get the same answer. */
const KEPT = 5_000;
/** Milliseconds within which the history has written what happened. */
const WRITTEN = 300;

/** The snapshots of a job as the history has them; none while it cannot be read. */
export class KeptSnapshots {
  readonly #store: Pick<HistoryStore, 'page'>;
  readonly #logger: LoggerService;
  readonly #read = new Shared<Entries>({ milliseconds: KEPT });
  #changedAt = 0;

  constructor(options: {
    store: Pick<HistoryStore, 'page'>;
    logger: LoggerService;
  }) {
    this.#store = options.store;
    this.#logger = options.logger;
  }

  /** Of one that the cluster no longer has the history says what became of it. */
  changed(changes: ReadonlyArray<Pick<ObjectChange, 'resource' | 'after'>>) {
    const isGone = changes.some(
      ({ resource, after }) =>
        resource === 'flinkstatesnapshots.flink.apache.org' && !after,
    );
    if (isGone) this.#changedAt = Date.now() + WRITTEN;
  }

  /** Never rejects: what the cluster has is shown without them. */
  async of(entityRef: string): Promise<Entries> {
    try {
      return await this.#read.get(
        entityRef,
        () => this.#page(entityRef),
        this.#changedAt,
      );
    } catch (error) {
      this.#logger.warn(
        `The history of snapshots of ${entityRef} could not be read; its State tab shows only what is in the cluster`,
        error as Error,
      );
      return [];
    }
  }

  async #page(entityRef: string): Promise<Entries> {
    const { items } = await this.#store.page({
      of: { entityRef },
      kinds: ['snapshot'],
      limit: MOST,
    });
    return items.flatMap(one => (one.kind === 'snapshot' ? [one] : []));
  }
}
