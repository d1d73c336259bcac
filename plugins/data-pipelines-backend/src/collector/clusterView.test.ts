import { ResourceId } from '@headworks/backstage-plugin-data-pipelines-common';
import { clusterView, isRead, resourceView } from './clusterView';
import { newRecord, StreamRecord } from './StreamRecord';

const NOW = Date.parse('2026-01-01T12:00:00Z');

function record(
  resource: ResourceId,
  state: StreamRecord['state'],
  secondsOld?: number,
  message?: string,
): StreamRecord {
  return {
    ...newRecord(resource, resource),
    state,
    message,
    version: 'v1',
    asOf: secondsOld === undefined ? undefined : NOW - secondsOld * 1000,
  };
}

const view = (
  records: StreamRecord[],
  more: Partial<Parameters<typeof clusterView>[0]> = {},
) => clusterView({ name: 'east', records, isBuffered: false, ...more }, NOW);

describe('isRead', () => {
  const pods = record('pods', 'live', 5);

  it('is true once every kind that may be read was read', () => {
    expect(isRead([])).toBe(false);
    expect(isRead([pods, record('events', 'listing')])).toBe(false);
    expect(isRead([pods, record('events', 'failing')])).toBe(false);
    expect(isRead([record('events', 'refused')])).toBe(false);
    expect(isRead([pods, record('events', 'waiting', 90)])).toBe(true);
    expect(
      isRead([pods, record('events', 'absent'), record('pods', 'refused')]),
    ).toBe(true);
  });
});

describe('clusterView', () => {
  const pods = record('pods', 'live', 5);

  it('is as old as the oldest of what is followed', () => {
    expect(view([pods, record('jobs.batch', 'live', 20)])).toEqual({
      name: 'east',
      status: 'live',
      asOf: '2026-01-01T11:59:40.000Z',
    });
  });

  it('connects until every kind has been read once', () => {
    expect(view([]).status).toBe('connecting');
    expect(view([pods, record('events', 'listing')]).status).toBe('connecting');
    expect(view([pods, record('events', 'absent')]).status).toBe('live');
  });

  it('is not live again before everything has been read again, and as old as it was', () => {
    expect(view([pods, record('events', 'waiting', 90)])).toEqual({
      name: 'east',
      status: 'connecting',
      asOf: '2026-01-01T11:58:30.000Z',
    });
  });

  it('names what may not be read in one sentence, and is live', () => {
    const { notes, status } = view([
      pods,
      record('kafkas.kafka.strimzi.io', 'refused'),
      record('kafkausers.kafka.strimzi.io', 'refused'),
    ]);
    expect(status).toBe('live');
    expect(notes).toEqual([
      'Cluster east does not let the portal read kafkas.kafka.strimzi.io and kafkausers.kafka.strimzi.io; its credential needs list and watch',
    ]);
  });

  it('is not there where nothing may be read', () => {
    expect(view([record('pods', 'refused')])).toMatchObject({
      status: 'unreachable',
      error: expect.stringContaining('read pods;'),
    });
  });

  it('tells of a kind that fails how old it is, and counts it not in its own age', () => {
    const { asOf, notes, status } = view([
      pods,
      record('events', 'failing', 180, 'Cluster east does not answer: why'),
    ]);
    expect(status).toBe('live');
    expect(asOf).toBe('2026-01-01T11:59:55.000Z');
    expect(notes).toEqual([
      'Cluster east does not answer: why; what is shown of it is 3 minutes old',
    ]);
  });

  it('is unreachable, and as old as its oldest, where every kind fails', () => {
    expect(
      view([
        record('pods', 'failing', 60, 'Cluster east asks the portal to wait'),
        record('events', 'failing', 90, 'Cluster east asks the portal to wait'),
      ]),
    ).toEqual({
      name: 'east',
      status: 'unreachable',
      error: 'Cluster east asks the portal to wait',
      asOf: '2026-01-01T11:58:30.000Z',
    });
  });

  it('says why it does not answer, whatever its watches say', () => {
    const silence = 'Cluster east does not answer: no answer in time';
    expect(view([pods], { silence })).toEqual({
      name: 'east',
      status: 'unreachable',
      error: silence,
      asOf: '2026-01-01T11:59:55.000Z',
    });
  });

  it.each([
    [29_000, undefined],
    [3_600_000 * 5, '5 hours ahead of'],
    [-60_000, '60 seconds behind'],
  ])('tells of a clock that is %i ms ahead', (clockAhead, way) => {
    const { notes } = view([pods], { clockAhead });
    expect(notes).toEqual(
      way && [
        `The clock of cluster east is ${way} the portal's; times of what happened there are its own`,
      ],
    );
  });

  it('is unsupported by its configuration alone', () => {
    expect(view([], { unsupported: 'Why not' })).toEqual({
      name: 'east',
      status: 'unsupported',
      error: 'Why not',
    });
  });
});

describe('resourceView', () => {
  it('is as well as the worst stream, and adds up the rest', () => {
    const live = { ...record('pods', 'live', 5), lists: 1, bytes: 10 };
    const failing = {
      ...record('pods', 'failing', 50, 'why'),
      lists: 2,
      bytes: 5,
      throttled: 3,
    };
    expect(resourceView('pods', [live, failing], { objects: 7 })).toEqual({
      resource: 'pods',
      version: 'v1',
      state: 'failing',
      message: 'why',
      objects: 7,
      asOf: '2026-01-01T11:59:10.000Z',
      lists: 3,
      watchRestarts: 0,
      throttled: 3,
      bytes: 15,
    });
  });
});
