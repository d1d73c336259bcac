import { FleetEntry } from '../fleet/Fleet';
import { Visible } from '../visibility/Visibility';
import { ListedFleet } from './ListedFleet';

const entry = (name: string) =>
  ({
    pipeline: { entityRef: `component:default/${name}` },
    summary: { name },
  } as FleetEntry);

const ALL: Visible = { has: () => true, id: 'all' };
const ONLY: Visible = {
  has: (ref: string) => ref === 'component:default/orders',
  id: 'only',
};

describe('ListedFleet', () => {
  const fleet = {
    version: 1,
    entries: [entry('orders'), entry('clicks')],
    isNew: false,
    all() {
      return this.entries;
    },
    settleNew() {
      const was = this.isNew;
      this.isNew = false;
      return was;
    },
  };
  let listed: ListedFleet;
  const names = (visible = ALL) =>
    listed.of(visible).listing.summaries.map(({ name }) => name);
  const change = () => {
    fleet.version++;
    fleet.entries = [...fleet.entries, entry(`more-${fleet.version}`)];
  };

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(fleet, {
      version: 1,
      entries: [entry('orders'), entry('clicks')],
    });
    listed = new ListedFleet(fleet);
  });
  afterEach(() => jest.useRealTimers());

  it('gives all who see the same the same list', () => {
    const first = listed.of(ALL);
    expect(listed.of(ALL).listing.summaries).toBe(first.listing.summaries);
    expect(names(ONLY)).toEqual(['orders']);
    expect(names()).toEqual(['orders', 'clicks']);
    // Nothing changed: however long ago it was made.
    jest.advanceTimersByTime(60_000);
    expect(listed.of(ALL).listing).toBe(first.listing);
  });

  it('shows for a moment what was, with the version of that', () => {
    expect(names()).toHaveLength(2);
    change();
    expect(names()).toHaveLength(2);
    expect(listed.of(ALL).version).toBe(1);
    jest.advanceTimersByTime(151);
    expect(names()).toHaveLength(3);
    expect(listed.of(ALL).version).toBe(2);
  });

  it('shows what browsers were told of, and what is new, at once', () => {
    expect(names()).toHaveLength(2);
    change();
    listed.told();
    expect(names()).toHaveLength(3);
    change();
    fleet.isNew = true;
    expect(names()).toHaveLength(4);
  });
});
