import {
  FlinkDeployment,
  FlinkSessionJob,
  FlinkStart,
  KnownObjects,
  ObjectMetadata,
  startOf,
  startOfStats,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FlinkStatsChange, ObjectChangeOf } from '../../collector/ObjectChange';
import { StartFact } from './Fact';

type Resource =
  | 'flinkdeployments.flink.apache.org'
  | 'flinksessionjobs.flink.apache.org';

/** What only the object tells, and what Flink itself said. Above: when it kept state. */
const BY_OBJECT = 1;
const BY_FLINK = 2;

/** That a job started, as its object tells of it. */
export function flinkStartFacts<R extends Resource>(
  change: ObjectChangeOf<R>,
): StartFact[] {
  const job: FlinkDeployment | FlinkSessionJob | undefined = change.after;
  const start = job && startOf(job);
  return start ? [factOf(start, start.uid, BY_OBJECT)] : [];
}

/**
 * What Flink says of the start, once; that the run kept state, once; and what
 * it kept last when Flink is asked about it no longer.
 */
export function flinkStatsStartFacts(
  change: FlinkStatsChange,
  object: KnownObjects[FlinkStatsChange['resource']],
): StartFact[] {
  const { before, after } = change;
  const was = before && startOfStats(before);
  const is = after && startOfStats(after);
  const isSame = was?.run === is?.run && was?.at === is?.at;
  const isNews =
    is && (!isSame || (!was?.flink && is.flink) || (!was?.kept && is.kept));
  return [
    ...(was?.kept && !isSame ? [keptBy(was, object.metadata)] : []),
    ...(isNews ? [told(is, object)] : []),
  ];
}

/** With what the object says of the same start. */
function told(start: FlinkStart, object: { metadata: ObjectMetadata }) {
  const seen =
    'deployed' in object || 'spec' in object
      ? startOf(object as FlinkDeployment)
      : undefined;
  const { kept, ...rest } = start;
  const whole = seen?.run === start.run && seen.at === start.at ? seen : {};
  return factOf(
    { ...whole, ...rest, ...(kept && { kept: { at: kept.at } }) },
    object.metadata.uid,
    (kept ? Date.parse(kept.at) : BY_FLINK) + (rest.flink ? 1 : 0),
  );
}

/** Its path is worth knowing when nothing newer can be. */
function keptBy(start: FlinkStart, { uid }: ObjectMetadata): StartFact {
  return factOf(start, uid, Date.parse(start.kept!.at) + 2);
}

function factOf(
  start: FlinkStart,
  uid: string | undefined,
  rank: number,
): StartFact {
  const { run, at } = start;
  return {
    kind: 'start',
    at,
    key: `${uid} ${run} ${Date.parse(at)}`,
    rank,
    detail: start,
  };
}
