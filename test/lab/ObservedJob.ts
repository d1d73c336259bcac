import {
  HealthReport,
  StartingState,
  StartView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ClusterClient } from '../cluster/client';
import { CountingJob, Release, TookUp } from './CountingJob';
import { JobRecorder } from './JobRecorder';
import { Lab } from './lab';
import { Acted, LabPortal } from './LabPortal';
import { LabPipeline } from './pipeline';

/** What was foretold of a start, what the portal tells of it and what Flink itself says. */
export interface Started {
  foretold?: StartingState;
  acted?: Acted;
  start: StartView;
  tookUp: TookUp;
}

/** A job whose starts are foretold, told by the portal and by Flink, and recorded. */
export class ObservedJob {
  readonly #parts: {
    lab: Lab;
    job: CountingJob;
    pipeline: LabPipeline;
    client: ClusterClient;
    portal: LabPortal;
    recorder: JobRecorder;
  };

  constructor(parts: {
    lab: Lab;
    job: CountingJob;
    pipeline: LabPipeline;
    client: ClusterClient;
    portal: LabPortal;
    recorder: JobRecorder;
  }) {
    this.#parts = parts;
  }

  install(release: Release): Promise<string> {
    const { pipeline, job } = this.#parts;
    return pipeline.install(job.specification(release));
  }

  /** A snapshot as the job's page shows it: that of a name, or the newest. */
  async snapshot(name?: string) {
    const { snapshots } = await this.#parts.portal.state();
    return name ? snapshots.find(one => one.name === name)! : snapshots[0];
  }

  /** An action after which the job runs as before. */
  async beside(
    recording: string,
    action: Parameters<LabPortal['act']>[0],
  ): Promise<Acted['view']> {
    const { portal, recorder } = this.#parts;
    recorder.begin();
    const { view } = await portal.act(action);
    const taken = await this.snapshot();
    recorder.save(recording, { ended: endOf(view), taken });
    return view;
  }

  async suspend(recording: string): Promise<Acted> {
    const { portal, recorder } = this.#parts;
    recorder.begin();
    const did = await portal.act({ action: 'suspend' });
    const { startsFrom: next } = await portal.until(
      'the end of the job',
      ({ job: { report } }) => report.health === 'Suspended',
    );
    recorder.save(recording, { ended: endOf(did.view), next });
    return did;
  }

  /** Has it fail at what it writes, until the portal says so, and mends it then. */
  async failsAs(...reasons: string[]) {
    const { portal, job } = this.#parts;
    job.mayReport(false);
    await portal.until('that it fails', ({ job: { report } }) =>
      reasons.includes(report.reason),
    );
    job.mayReport(true);
  }

  /** Waits for a checkpoint that was not there before. */
  async checkpointed() {
    const { lab, job, client } = this.#parts;
    const ask = () => job.lastCheckpoint(client);
    const before = await ask();
    await lab.until('a checkpoint', 60, ask, last => last !== before);
  }

  /**
   * An action that the operator cannot carry out as long as the job may not
   * write its savepoints: what is seen until then, and how it ends afterwards.
   */
  async kept(
    recording: string,
    action: Parameters<LabPortal['act']>[0],
  ): Promise<Acted & { report: HealthReport }> {
    const { portal, recorder, job, client } = this.#parts;
    const { jobId } = (await job.live(client)).status!.jobStatus;
    recorder.begin();
    const { preview, id } = await portal.order(action);
    const kept = await portal.until(
      'that the change does not get on',
      ({ job: { report } }) => report.reason === 'ChangeFailed',
    );
    expect((await job.live(client)).status!.jobStatus).toMatchObject({
      ...{ jobId, state: 'RUNNING' },
    });
    job.mayWriteSavepoints(true);
    const view = await portal.ended(id);
    recorder.save(recording, { ended: endOf(view) });
    return { preview, view, report: kept.job.report };
  }

  /** As the operator has it: a job may be worse than suspended to the portal. */
  async stopped() {
    const { lab, job, client } = this.#parts;
    await lab.until(
      'the end of the job',
      240,
      async () => (await job.live(client)).status!.lifecycleState,
      state => state === 'SUSPENDED',
    );
  }

  /** An action of the portal that starts the job. */
  acted(
    recording: string,
    action: Parameters<LabPortal['act']>[0],
  ): Promise<Started> {
    return this.started(recording, async () => {
      const did = await this.#parts.portal.act(action);
      expect(did.view).toMatchObject({ state: 'done' });
      return { acted: did, foretold: did.preview.plan.startsFrom };
    });
  }

  /** A change in Git that restarts the job. */
  changed(recording: string, release: Release): Promise<Started> {
    return this.started(recording, async () => {
      const { startsFrom: foretold } = await this.#parts.portal.state();
      await this.install(release);
      return { foretold };
    });
  }

  /** Does what starts the job, waits for that start, and compares who says what of it. */
  async started(
    recording: string,
    change?: () => Promise<Pick<Started, 'foretold' | 'acted'>>,
  ): Promise<Started> {
    const { portal, recorder, job, client } = this.#parts;
    const before = change && (await portal.state()).starts[0].id;
    const counted = job.counts().length;
    if (change) recorder.begin();
    const did = (await change?.()) ?? {};
    const { starts } = await portal.until(
      'a start that Flink tells of',
      ({ starts: [start], job: { report } }) =>
        start !== undefined &&
        start.id !== before &&
        start.saidBy === 'flink' &&
        ['Running', 'StartedEmpty'].includes(report.reason),
    );
    const [start] = starts;
    const tookUp = await job.tookUp(client, start.run);
    const { foretold, acted } = did;
    recorder.save(recording, {
      ...{ foretold, tookUp, why: start.why },
      ended: acted && endOf(acted.view),
    });
    expect({ from: start.from, path: start.path }).toEqual({
      path: undefined,
      ...tookUp,
    });
    if (foretold) {
      expect(tookUp).toMatchObject({
        from: foretold.kind,
        ...(foretold.path && { path: foretold.path }),
      });
    }
    if (tookUp.from !== 'nothing') {
      expect(job.counts().slice(counted)).not.toContain(1);
    }
    return { ...did, start, tookUp };
  }

  /** A change that the operator takes without touching the job. */
  async undisturbed(release: Release) {
    const { portal, lab, job, client } = this.#parts;
    const [before] = (await portal.state()).starts;
    await this.install(release);
    const run = await lab.until(
      'that the operator has seen it',
      60,
      async () => {
        const { metadata, status } = await job.live(client);
        return status?.observedGeneration === metadata.generation
          ? status!.jobStatus.jobId
          : '';
      },
      id => id !== '',
    );
    expect(run).toBe(before.run);
    expect((await portal.state()).starts[0]).toEqual(before);
  }
}

function endOf({ state, sentence, steps, stepsDone }: Acted['view']) {
  return { state, sentence, steps, stepsDone };
}
