import { Fleet, FleetEntry } from '../fleet/Fleet';
import { Visible } from '../visibility/Visibility';
import { Change } from './Change';
import { Listing } from './Listing';

/** Milliseconds for which lists show the fleet as it was, unless somebody was told of a change. */
const KEPT = 150;
/** With more changes than this it is as quick to begin anew. */
const MANY = 200;

interface Moment {
  version: number;
  /** Milliseconds. */
  until: number;
  entries: readonly FleetEntry[];
  /** By the id of what is visible. */
  listings: Map<string, Listing>;
  /** The listings of the moment before, and what changed since; not where that is too much. */
  before?: {
    listings: ReadonlyMap<string, Listing>;
    changes: ReadonlyArray<Change<FleetEntry>>;
  };
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
    if (this.#moment) this.#moment.until = 0;
  }

  /** @returns the version of the fleet that is shown, and the viewer's part of it */
  of(visible: Visible): { version: number; listing: Listing } {
    const moment = this.#now();
    const { version, listings } = moment;
    const listing = listings.get(visible.id) ?? listingOf(moment, visible);
    listings.set(visible.id, listing);
    return { version, listing };
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
    const changes = known && changesOf(known.entries, entries);
    this.#moment = {
      version,
      until: now + KEPT,
      entries,
      listings: new Map(),
      ...(changes && { before: { listings: known.listings, changes } }),
    };
    return this.#moment;
  }
}

/** Undefined where they are too many. */
function changesOf(
  before: readonly FleetEntry[],
  after: readonly FleetEntry[],
): Array<Change<FleetEntry>> | undefined {
  const changes: Array<Change<FleetEntry>> = [];
  const longest = Math.max(before.length, after.length);
  for (let i = 0; i < longest; i++) {
    if (before[i] === after[i]) continue;
    changes.push({ before: before[i], after: after[i] });
    if (changes.length > MANY) return undefined;
  }
  return changes;
}

function listingOf({ entries, before }: Moment, visible: Visible): Listing {
  const isSeen = ({ pipeline }: FleetEntry) => visible.has(pipeline.entityRef);
  const all = () => entries.filter(isSeen).map(({ summary }) => summary);
  const last = before?.listings.get(visible.id);
  if (!before || !last) return Listing.of(all());
  const seen = (entry: FleetEntry | undefined) =>
    entry && isSeen(entry) ? entry.summary : undefined;
  const changes = before.changes.map(change => ({
    before: seen(change.before),
    after: seen(change.after),
  }));
  return last.after(all, changes);
}
