import { LostState, StartView } from '../model/starts';
import { SnapshotView } from '../model/state';
import { KeptStart } from './FlinkStart';
import { startedFrom, startReason } from './startReason';

/** A snapshot that is there, whoever made it. */
type Taken = Pick<SnapshotView, 'state' | 'createdAt' | 'finishedAt' | 'path'>;

/**
 * The starts of one job, with what each took up and why.
 *
 * A start that took up nothing lost state where a run before it has kept some.
 * Not so where its upgrade mode is `stateless` and was that at the start
 * before: then each start is an empty one on purpose. A mode that was changed
 * to `stateless` counts: that is how state is lost by a slip of the pen.
 *
 * @param starts - newest first
 * @param snapshots - what else is known to have been kept; looked up only for a
 * start with nothing
 *
 * @public
 */
export function startViews(
  starts: readonly KeptStart[],
  snapshots: () => readonly Taken[] = () => [],
): StartView[] {
  return starts.map((start, i) => {
    const before = starts[i + 1];
    const why = startReason(start, before);
    const took = startedFrom(start, why);
    const { id, at, run, image, flinkVersion, acknowledged } = start;
    const isEmpty = took.from === 'nothing';
    const isStateless = isEmpty && start.deployed && isModeless(start);
    const lost =
      isEmpty && !isOnPurpose(start, before)
        ? keptBefore(start, sinceKnown(starts.slice(i + 1)), snapshots)
        : undefined;
    return {
      id,
      at,
      run,
      ...took,
      why,
      ...(image && { image }),
      ...(flinkVersion && { flinkVersion }),
      ...(isStateless && { isStateless: true }),
      ...(lost && { lost }),
      ...(acknowledged && { acknowledged }),
    };
  });
}

/** An upgrade mode that is not written is `stateless`: the CRD's default. */
function isModeless({ wanted = 'stateless' }: KeptStart): boolean {
  return wanted === 'stateless';
}

function isOnPurpose(start: KeptStart, before: KeptStart | undefined) {
  // A job without an operator has no mode; its values say what it starts from.
  if (!start.deployed) return true;
  return isModeless(start) && (!before || isModeless(before));
}

/** What was before a start that somebody knows of is no loss of a later one. */
function sinceKnown(earlier: readonly KeptStart[]): readonly KeptStart[] {
  const known = earlier.findIndex(({ acknowledged }) => acknowledged);
  return known < 0 ? earlier : earlier.slice(0, known + 1);
}

function keptBefore(
  start: KeptStart,
  earlier: readonly KeptStart[],
  snapshots: () => readonly Taken[],
): LostState | undefined {
  const oldest = earlier.at(-1);
  const from = oldest?.acknowledged ? Date.parse(oldest.at) : 0;
  const taken = snapshots().flatMap<LostState>(
    ({ state, createdAt, finishedAt, path }) => {
      const at = finishedAt ?? createdAt;
      const time = Date.parse(at ?? '');
      return state === 'completed' && from < time && time < Date.parse(start.at)
        ? [{ at, ...(path && { path }) }]
        : [];
    },
  );
  const kept = earlier.flatMap<LostState>(one => one.kept ?? []);
  const [last] = [...taken, ...kept].sort(
    (a, b) => Date.parse(b.at ?? '') - Date.parse(a.at ?? ''),
  );
  if (last) return last;
  // What a run before took up was state, too.
  const [took] = earlier.flatMap(one => startedFrom(one, 'unknown').path ?? []);
  return took ? { path: took } : undefined;
}
