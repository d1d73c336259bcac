import { RecordsThere } from './recordsThere';
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

  describe('where brokers said what they have', () => {
    const topic = (brokers: RecordsThere, retention?: number) => ({
      name: 'clicks',
      retention,
      brokers,
    });

    it('believes them that nothing was deleted, for as long as the retention says', () => {
      expect(replayOf(AT, [topic({}, 8 * HOUR)], NOW)).toEqual({
        can: 'yes',
        by: 'brokers',
        until: '2026-11-28T14:00:00.000Z',
        topic: 'clicks',
      });
      expect(replayOf(AT, [topic({}, -1)], NOW)).toEqual({
        can: 'yes',
        by: 'brokers',
      });
    });

    it('can now where nobody knows for how long', () => {
      const since = '2026-11-28T05:59:59Z';
      expect(replayOf(AT, [topic({ since })], NOW)).toEqual({
        can: 'yes',
        by: 'brokers',
        openEnded: ['clicks'],
      });
    });

    it('still can where they are late to delete', () => {
      expect(replayOf(AT, [topic({}, 5 * HOUR)], NOW)).toEqual({
        can: 'yes',
        by: 'brokers',
        until: '2026-11-28T11:00:00.000Z',
        topic: 'clicks',
      });
    });

    it('cannot where they deleted later records, whatever the retention', () => {
      const since = '2026-11-28T06:00:01.000Z';
      for (const retention of [undefined, -1, 24 * HOUR, HOUR]) {
        expect(replayOf(AT, [topic({ since }, retention)], NOW)).toEqual({
          can: 'no',
          topic: 'clicks',
          deletedUpTo: since,
        });
      }
    });

    it('names the topic that lost most', () => {
      const lost = (name: string, since: string) => ({
        name,
        brokers: { since },
      });
      expect(
        replayOf(
          AT,
          [
            lost('geo', '2026-11-28T07:00:00Z'),
            lost('clicks', '2026-11-28T09:00:00Z'),
          ],
          NOW,
        ),
      ).toMatchObject({ can: 'no', topic: 'clicks' });
    });

    it('is told by settings where one of the topics is', () => {
      expect(
        replayOf(AT, [topic({}), { name: 'geo', retention: 8 * HOUR }], NOW),
      ).toEqual({
        can: 'yes',
        until: '2026-11-28T14:00:00.000Z',
        topic: 'geo',
        openEnded: ['clicks'],
      });
    });

    it('leaves a partition that is empty without a trace to the retention, where there is one', () => {
      const emptied = topic({ emptied: [2] }, 8 * HOUR);
      expect(replayOf(AT, [emptied], NOW)).toEqual({
        can: 'yes',
        until: '2026-11-28T14:00:00.000Z',
        topic: 'clicks',
      });
      for (const retention of [undefined, -1]) {
        expect(replayOf(AT, [{ ...emptied, retention }], NOW)).toMatchObject({
          can: 'unknown',
          why: expect.stringMatching(
            /^Records of clicks were deleted \(partition 2\), and its brokers do not say how new these were\./,
          ),
        });
      }
    });

    it('does not know what they cannot tell yet, unless another partition or the retention does', () => {
      const brokers = { unclear: [0], emptied: [3] };
      expect(replayOf(AT, [topic(brokers, 8 * HOUR)], NOW)).toEqual({
        can: 'unknown',
        why: 'Records of clicks were deleted (partition 0, 3), and its brokers do not say how new these were.',
      });
      expect(replayOf(AT, [topic(brokers, HOUR)], NOW)).toEqual({
        can: 'no',
        topic: 'clicks',
        since: '2026-11-28T07:00:00.000Z',
      });
      expect(
        replayOf(
          AT,
          [topic({ ...brokers, since: '2026-11-28T11:00:00Z' })],
          NOW,
        ),
      ).toMatchObject({ can: 'no', deletedUpTo: '2026-11-28T11:00:00Z' });
    });
  });
});
