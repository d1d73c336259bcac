import { replayOf } from './replay';

const NOW = new Date('2026-11-28T12:00:00Z');
const HOUR = 60 * 60_000;
const AT = '2026-11-28T06:00:00Z';

describe('replayOf', () => {
  it('ends with the topic that forgets first', () => {
    expect(
      replayOf(
        AT,
        [
          { name: 'clicks', retention: 24 * HOUR },
          { name: 'geo', retention: 8 * HOUR },
          { name: 'users', retention: -1 },
        ],
        NOW,
      ),
    ).toEqual({ can: 'yes', until: '2026-11-28T14:00:00.000Z', topic: 'geo' });
  });

  it('says since when it no longer can', () => {
    expect(
      replayOf(AT, [{ name: 'clicks', retention: 5 * HOUR }], NOW),
    ).toEqual({
      can: 'no',
      since: '2026-11-28T11:00:00.000Z',
      topic: 'clicks',
    });
  });

  it('can for ever where all topics keep everything, or none is read', () => {
    for (const topics of [[], [{ name: 'users', retention: -1 }]]) {
      expect(replayOf(AT, topics, NOW)).toEqual({ can: 'yes' });
    }
  });

  it('does not know what nobody tells', () => {
    expect(replayOf(AT, [{ name: 'clicks' }], NOW)).toEqual({
      can: 'unknown',
      why: 'How long clicks keeps its records is not known.',
    });
    expect(replayOf(undefined, [], NOW)).toMatchObject({ can: 'unknown' });
    expect(replayOf('soon', [], NOW)).toMatchObject({ can: 'unknown' });
  });

  it('knows enough when one topic has forgotten already', () => {
    expect(
      replayOf(AT, [{ name: 'geo' }, { name: 'clicks', retention: HOUR }], NOW),
    ).toMatchObject({ can: 'no', topic: 'clicks' });
  });
});
