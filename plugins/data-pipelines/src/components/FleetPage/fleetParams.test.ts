import { isFiltered, NO_FILTERS, readParams, withParams } from './fleetParams';

const address = new URLSearchParams(
  'show=mine&health=Degraded&health=Sick&health=Missing&owner=group:default/web&engine=flink&text=lag&sort=changed&order=asc&team=x',
);

describe('readParams', () => {
  it('reads tab, filters, search and order, and no nonsense', () => {
    expect(readParams(address)).toEqual({
      tab: 'mine',
      query: {
        health: ['Degraded', 'Missing'],
        owner: ['group:default/web'],
        cluster: [],
        environment: [],
        engine: ['flink'],
        text: 'lag',
        sort: 'changed',
        order: 'asc',
      },
    });
  });

  it('leaves open what the address leaves open', () => {
    const { tab, query } = readParams(new URLSearchParams('show=yours&sort=x'));
    expect([tab, query.sort, query.order, query.text]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('withParams', () => {
  it('replaces what is given and keeps the rest', () => {
    const next = withParams(address, { health: ['Unknown'], owner: [] });
    expect(next.getAll('health')).toEqual(['Unknown']);
    expect(next.has('owner')).toBe(false);
    expect(next.get('team')).toBe('x');
    expect(address.has('owner')).toBe(true);
  });

  it('clears all filters but not the tab and the order', () => {
    const next = withParams(address, NO_FILTERS);
    expect(next.toString()).toBe('show=mine&sort=changed&order=asc&team=x');
  });
});

describe('isFiltered', () => {
  it.each([
    ['health=Degraded', true],
    ['text=x', true],
    ['show=mine&sort=name', false],
    ['', false],
  ])('of %s is %s', (text, expected) => {
    expect(isFiltered(readParams(new URLSearchParams(text)))).toBe(expected);
  });
});
