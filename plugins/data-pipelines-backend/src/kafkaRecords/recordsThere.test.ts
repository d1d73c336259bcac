import { recordsThere } from './recordsThere';

const AT = Date.parse('2026-11-28T06:00:00Z');

describe('recordsThere', () => {
  it('knows of nothing that is deleted where all partitions begin at 0', () => {
    expect(
      recordsThere([
        { partition: 0, earliest: 0n },
        { partition: 1, earliest: 0n, latest: 9n },
      ]),
    ).toEqual({});
  });

  it('has all since the newest of the first records of shortened partitions', () => {
    expect(
      recordsThere([
        { partition: 0, earliest: 0n },
        { partition: 1, earliest: 3n, latest: 9n, first: AT },
        { partition: 2, earliest: 4n, latest: 9n, first: AT - 1000 },
      ]),
    ).toEqual({ since: '2026-11-28T06:00:00.000Z' });
  });

  it('has all since after the newest that was deleted, of an empty partition', () => {
    expect(
      recordsThere([{ partition: 0, earliest: 9n, latest: 9n, newest: AT }]),
    ).toEqual({ since: '2026-11-28T06:00:00.001Z' });
  });

  it('names partitions of which nobody knows', () => {
    expect(
      recordsThere([
        { partition: 0, earliest: 9n, latest: 9n },
        { partition: 1, earliest: 3n, latest: 9n },
        { partition: 2, earliest: 3n, latest: 9n, first: AT },
      ]),
    ).toEqual({
      since: '2026-11-28T06:00:00.000Z',
      emptied: [0],
      unclear: [1],
    });
  });
});
