import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  AcknowledgeStart,
  ObjectIndex,
  StartAcknowledgement,
  StartView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { startsOfJob } from '../fleet/withStarts';
import { HistoryStore } from '../history/HistoryStore';
import { JobIn } from '../service/jobIn';
import { StartBook } from './StartBook';

/** Keeps that somebody knows of a start without state. */
export type Acknowledge = (
  at: JobIn,
  /** Entity ref. */
  user: string,
  what: AcknowledgeStart,
) => Promise<StartView>;

/**
 * @returns a function that throws NotFoundError where the job has no such
 * start, and ConflictError where it lost nothing or somebody else was first
 */
export function acknowledgements(deps: {
  collector: { source(cluster: string): ObjectIndex };
  starts: StartBook;
  store: Pick<HistoryStore, 'acknowledge'>;
}): Acknowledge {
  const { collector, starts, store } = deps;
  const find = (at: JobIn, id: string): StartView => {
    const { environment, job, pipelineRef } = at;
    const { object } = job;
    const view =
      object &&
      startsOfJob(
        collector.source(environment.cluster),
        object,
        starts.of(pipelineRef, environment, object),
      ).find(one => one.id === id);
    if (view) return view;
    throw new NotFoundError(
      `id: the job has no such start in ${environment.name}`,
    );
  };
  return async (at, user, { id, reason }) => {
    await starts.refresh();
    const view = find(at, id);
    if (!view.lost) {
      throw new ConflictError(
        'This start has lost no state that the portal knows of: there is nothing to acknowledge.',
      );
    }
    const mine: StartAcknowledgement = {
      by: user,
      at: new Date().toISOString(),
      reason: reason.trim(),
    };
    const kept = (await store.acknowledge(id, mine))?.acknowledged;
    await starts.refresh();
    if (kept && (kept.by !== mine.by || kept.reason !== mine.reason)) {
      throw new ConflictError(
        `${kept.by} has acknowledged this start already: ${kept.reason}`,
      );
    }
    return find(at, id);
  };
}
