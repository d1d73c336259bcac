import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { Visible } from '../visibility/Visibility';
import { ListedFleet } from './ListedFleet';
import { Listing } from './Listing';
import { listPipelines } from './listPipelines';

let made = 0;

function entry(name: string, health: 'Healthy' | 'Degraded' = 'Healthy') {
  const verdict = { health, reason: 'R', message: `${name} ${health}` };
  const place = { name: 'prod', cluster: name < 'm' ? 'east' : 'west' };
  const changedAt = new Date(++made * 60_000).toISOString();
  return {
    pipeline: { entityRef: `component:default/${name}` },
    summary: {
      entityRef: `component:default/${name}`,
      name,
      owner: made % 3 === 0 ? undefined : `group:default/${name[0]}`,
      engines: ['flink'],
      verdict,
      environments: [{ environment: place, verdict }],
      changedAt,
    },
  } as unknown as FleetEntry;
}

const ALL: Visible = { has: () => true, id: 'all' };
const ONLY: Visible = {
  has: (ref: string) => ref === 'component:default/orders',
  id: 'only',
};

describe('ListedFleet', () => {
  const fleet = {
    version: 1,
    entries: [] as FleetEntry[],
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
    listed
      .of(visible)
      .listing.find({ sort: 'name' })
      .map(({ pipeline }) => pipeline.name);
  const become = (entries: FleetEntry[]) => {
    fleet.version++;
    fleet.entries = entries;
  };
  const change = () =>
    become([...fleet.entries, entry(`more-${fleet.version}`)]);

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
    expect(listed.of(ALL).listing).toBe(first.listing);
    expect(names(ONLY)).toEqual(['orders']);
    expect(names()).toEqual(['clicks', 'orders']);
    // Nothing changed: however long ago it was made.
    jest.advanceTimersByTime(60_000);
    listed.told();
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

  it('is after any changes what it would be without one before', () => {
    const QUERIES: PipelineQuery[] = [
      {},
      { sort: 'owner', order: 'desc' },
      { sort: 'changed' },
      { health: ['Degraded'] },
      { cluster: ['west'], sort: 'name' },
      { text: 'degraded a' },
    ];
    const viewers: Visible[] = [
      ALL,
      { id: 'some', has: ref => ref.charCodeAt(18) % 2 === 0 },
    ];
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const named = (i: number) =>
      entry(`${'abkxyz'[i % 6]}${i}`, random(3) === 0 ? 'Degraded' : 'Healthy');
    become(Array.from({ length: 60 }, (_, i) => named(i)));
    for (let step = 0; step < 300; step++) {
      const entries = [...fleet.entries];
      for (let i = random(4); i >= 0; i--) {
        const at = random(entries.length);
        const { name } = entries[at].summary;
        if (random(9) === 0) entries.splice(at, 1);
        else entries[at] = named(Number(name.slice(1)));
      }
      if (random(5) === 0) entries.push(named(1_000 + step));
      become(entries);
      listed.told();
      for (const visible of viewers.slice(random(2))) {
        const { listing } = listed.of(visible);
        const seen = entries
          .filter(({ pipeline }) => visible.has(pipeline.entityRef))
          .map(({ summary }) => summary);
        for (const query of QUERIES.slice(random(QUERIES.length))) {
          expect(listPipelines(listing, query)).toEqual(
            listPipelines(Listing.of(seen), query),
          );
        }
      }
    }
  });

  it('begins anew where all is different', () => {
    become(Array.from({ length: 500 }, (_, i) => entry(`a${i}`)));
    listed.told();
    expect(names()).toHaveLength(500);
    become(Array.from({ length: 400 }, (_, i) => entry(`b${i}`)));
    listed.told();
    expect(names()).toHaveLength(400);
    expect(listed.of(ALL).listing.facets.cluster).toEqual({ east: 400 });
  });
});
