import {
  KnownObjects,
  ObjectIndex,
  ResourceId,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ObjectChange } from '../../plugins/data-pipelines-backend/src/collector/ObjectChange';
import { recordedChanges } from '../../plugins/data-pipelines-backend/src/history/facts/__testUtils__/recordedChanges';
import { PlacedFact } from '../../plugins/data-pipelines-backend/src/history/facts/Fact';
import { Claims } from '../../plugins/data-pipelines-backend/src/history/recorder/Claims';
import { HistoryRecorder } from '../../plugins/data-pipelines-backend/src/history/recorder/HistoryRecorder';

/** The pipeline that everything in the recordings belongs to. */
export const RECORDED = 'component:default/recorded';

const RESOURCES = [
  'flinkdeployments.flink.apache.org',
  'flinkstatesnapshots.flink.apache.org',
  'sparkapplications.sparkoperator.k8s.io',
  'pods',
  'events',
] as const;

const claims: Claims = {
  of: () => [{ pipelineRef: RECORDED, environment: 'lab' }],
};

/** Everything that was recorded, in the order it happened. */
export function allRecorded(): ObjectChange[] {
  return RESOURCES.flatMap(resource =>
    (recordedChanges(resource, '') as ObjectChange[]).map(change => change),
  ).sort((a, b) => a.at.localeCompare(b.at));
}

/** A replica that watches the recorded cluster. */
export class ReplayingReplica {
  readonly index = new ObjectIndex();
  readonly #recorder: HistoryRecorder;

  constructor(record: (facts: readonly PlacedFact[]) => void) {
    this.#recorder = new HistoryRecorder({
      claims,
      source: () => this.index,
      record,
      generations: new Map(),
    });
  }

  see(change: ObjectChange) {
    if (change.after) this.#keep(change);
    this.#recorder.objectsChanged([change]);
    if (!change.after) this.#keep(change);
  }

  /** Finds the cluster as these changes have left it. */
  async catchUp(changes: readonly ObjectChange[]): Promise<void> {
    for (const change of changes) this.#keep(change);
    await this.#recorder.catchUp('lab');
  }

  #keep<R extends ResourceId>({ resource, after, before }: ObjectChange) {
    const of = resource as R;
    if (after) this.index.put(of, after as KnownObjects[R]);
    else if (before) {
      const { namespace, name } = before.metadata;
      this.index.delete(of, namespace, name);
    }
  }
}
