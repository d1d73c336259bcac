import { timeInWords } from '../../checkpoints/words';
import { StartingState } from '../plan';
import { ReadTopic, replayOf } from './replay';

const HOUR = 3_600_000;
/** Somebody should have this long to act, and no more than a working day before. */
const AT_LEAST = HOUR;
const AT_MOST = 24 * HOUR;
/** The part of a topic's retention that is left then. */
const LEFT = 0.25;

/**
 * That a job which stands still soon cannot go on where it stopped, or cannot
 * any more, because a topic forgets what came after.
 *
 * @public
 */
export interface ReplayWarning {
  isLost: boolean;
  /** Since when it is so (ISO 8601). */
  since: string;
  sentence: string;
  nextStep: string;
}

/**
 * @param options - `startsFrom`: what the job takes up when it goes on;
 * `takenAt`: when that was taken (ISO 8601)
 * @returns undefined while there is time, where nothing is forgotten, and
 * where it is not known
 * @public
 */
export function replayWarning(options: {
  startsFrom: StartingState;
  takenAt: string | undefined;
  topics: readonly ReadTopic[];
  now: Date;
}): ReplayWarning | undefined {
  const { startsFrom, takenAt, topics, now } = options;
  if (startsFrom.kind !== 'savepoint' && startsFrom.kind !== 'checkpoint') {
    return undefined;
  }
  const replay = replayOf(takenAt, topics, now);
  if (replay.can === 'no') {
    const { topic, since, deletedUpTo } = replay;
    return {
      isLost: true,
      since: since ?? takenAt ?? now.toISOString(),
      sentence: deletedUpTo
        ? `The job stands still, and the brokers have deleted records of topic ${topic} that it has not read`
        : `The job stands still, and topic ${topic} has begun ${timeInWords(
            now.getTime() - Date.parse(since ?? ''),
          )} ago to forget records that it has not read`,
      nextStep:
        'Resume it now: more is lost with every hour. What is forgotten already has to come from somewhere else.',
    };
  }
  if (replay.can === 'unknown' || !replay.until || !replay.topic) {
    return undefined;
  }
  const left = Math.max(0, Date.parse(replay.until) - now.getTime());
  const { retention = 0 } =
    topics.find(({ name }) => name === replay.topic) ?? {};
  const enough = Math.max(AT_LEAST, Math.min(AT_MOST, LEFT * retention));
  if (left > enough) return undefined;
  return {
    isLost: false,
    since: new Date(Date.parse(replay.until) - enough).toISOString(),
    sentence: `The job stands still, and in ${timeInWords(left)} topic ${
      replay.topic
    } begins to forget records that it has not read`,
    nextStep: `Resume it before, or let topic ${replay.topic} keep its records longer.`,
  };
}
