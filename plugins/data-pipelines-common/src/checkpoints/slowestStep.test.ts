import { Checkpoint } from './checkpoint';
import {
  CheckpointStep,
  longCheckpoint,
  slowestStep,
  slowestStepSentence,
} from './slowestStep';

const NOW = new Date('2026-11-28T12:00:00Z');

const one = (
  state: Checkpoint['state'],
  more: Partial<Checkpoint> = {},
): Checkpoint => ({
  id: 7,
  isSavepoint: false,
  state,
  startedAt: '2026-11-28T11:59:30Z',
  ...more,
});

const step = (more: Partial<CheckpointStep> = {}): CheckpointStep => ({
  name: 'join',
  subtasks: 4,
  acknowledged: 4,
  took: 8_000,
  ...more,
});

describe('longCheckpoint', () => {
  it('is one that runs for long, else the newest that took long', () => {
    const long = one('completed', { took: 8_000 });
    const running = one('in-progress');
    expect(longCheckpoint([running, long], NOW)).toBe(running);
    const young = one('in-progress', { startedAt: '2026-11-28T11:59:58Z' });
    expect(longCheckpoint([young, one('failed'), long], NOW)).toBe(long);
  });

  it('is none where the newest was quick', () => {
    const quick = one('completed', { took: 40 });
    const long = one('completed', { took: 8_000 });
    expect(longCheckpoint([quick, long], NOW)).toBeUndefined();
    expect(longCheckpoint([], NOW)).toBeUndefined();
  });
});

describe('slowestStep', () => {
  it('is the first that is not done, else the one that took longest', () => {
    const quick = step({ name: 'source', took: 10 });
    const slow = step();
    const waiting = step({ name: 'sink', acknowledged: 1, took: undefined });
    expect(slowestStep([quick, slow])).toBe(slow);
    expect(slowestStep([quick, slow, waiting, step(waiting)])).toBe(waiting);
    expect(slowestStep([])).toBeUndefined();
  });
});

describe('slowestStepSentence', () => {
  const sentence = (more: Partial<CheckpointStep>) =>
    slowestStepSentence(one('completed'), step(more));

  it.each([
    ['startDelay', /7.5 s of it until the barrier reached it/],
    [
      'alignment',
      /7.5 s of it until the barriers of all its inputs were there/,
    ],
    ['sync', /7.5 s of it in which it stood still to take its state/],
    ['async', /7.5 s of it to write its state to the storage/],
  ])('names what the time of %s is for', (phase, words) => {
    const said = sentence({ sync: 4, async: 9, [phase]: 7_500 });
    expect(said).toMatch(words);
    expect(said).toMatch(/^Checkpoint 7 waited longest for "join": 8 s, /);
  });

  it('names no phase where none is most of it', () => {
    expect(sentence({ startDelay: 2_000, async: 3_000 })).toBe(
      'Checkpoint 7 waited longest for "join": 8 s',
    );
  });

  it('says who is not done with one that runs', () => {
    expect(
      slowestStepSentence(one('in-progress'), step({ acknowledged: 1 })),
    ).toBe('Checkpoint 7 waits for 3 of 4 subtasks of "join"');
  });
});
