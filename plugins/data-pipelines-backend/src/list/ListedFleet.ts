import { PipelineSummary } from '@headworks/backstage-plugin-data-pipelines-common';
import { Fleet, FleetEntry } from '../fleet/Fleet';
import { Visible } from '../visibility/Visibility';

/** Milliseconds for which lists show the fleet as it was, unless somebody was told of a change. */
const KEPT = 150;

/** What one viewer may see of the fleet. */
export interface Listing {
  entries: readonly FleetEntry[];
  /** Of the entries; the same array for all who see the same. */
  summaries: readonly PipelineSummary[];
}

interface Moment {
  version: number;
  /** Milliseconds. */
  until: number;
  entries: readonly FleetEntry[];
  /** By the id of what is visible. */
  listings: Map<string, Listing>;
}

/**
 * The fleet as lists show it. It changes many times a second, and sorting and
 * counting a thousand pipelines takes a while: all who ask within a moment get
 * the same, but nobody gets what is older than what browsers were told of.
 */
export class ListedFleet {
  readonly #fleet: Pick<Fleet, 'all' | 'settleNew' | 'version'>;
  #moment: Moment | undefined;

  constructor(fleet: Pick<Fleet, 'all' | 'settleNew' | 'version'>) {
    this.#fleet = fleet;
  }

  /** Browsers are told that something changed: who asks now sees it. */
  told() {
    this.#moment = undefined;
  }

  /** @returns the version of the fleet that is shown, and the viewer's part of it */
  of(visible: Visible): { version: number; listing: Listing } {
    const moment = this.#now();
    const known = moment.listings.get(visible.id);
    if (known) return { version: moment.version, listing: known };
    const entries = moment.entries.filter(({ pipeline }) =>
      visible.has(pipeline.entityRef),
    );
    const summaries = entries.map(({ summary }) => summary);
    const listing = { entries, summaries };
    moment.listings.set(visible.id, listing);
    return { version: moment.version, listing };
  }

  #now(): Moment {
    const now = Date.now();
    const isNew = this.#fleet.settleNew();
    const { version } = this.#fleet;
    const known = this.#moment;
    if (known && !isNew && (known.version === version || now < known.until)) {
      return known;
    }
    const entries = this.#fleet.all();
    this.#moment = {
      version,
      until: now + KEPT,
      entries,
      listings: new Map(),
    };
    return this.#moment;
  }
}
