import { FlinkStats } from '@headworks/backstage-plugin-data-pipelines-common';

/** Milliseconds after its end in which what is told of a job may be of before. */
const SOON = 60_000;

/**
 * Whether what Flink told of a job that has ended is its last word: for some
 * seconds it goes on saying what it said before the end.
 */
export function isSettled({ at, ended }: FlinkStats): boolean {
  return (
    ended !== undefined && !(Date.parse(at) - Date.parse(ended.at ?? '') < SOON)
  );
}
