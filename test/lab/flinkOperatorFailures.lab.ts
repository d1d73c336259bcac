import { Release } from './CountingJob';
import { OperatorLab } from './OperatorLab';

/** Fails for good at the first thing that goes wrong. */
const FAILS: Release = {
  upgrade: 'savepoint',
  restart: { strategy: 'none' },
};

/** Waits for so long that it is never seen running in between. */
const WAITS: Release = {
  upgrade: 'savepoint',
  restart: { strategy: 'fixed-delay', initialBackoff: '30m' },
};

const IO_PROBLEM = /IO-problem detected/;

/** As in the test of jobs that are well: what the portal's API does to one that is not. */
describe('a Flink job of the operator that is not well', () => {
  const node = new OperatorLab();
  const { job } = node;

  const fails = () => node.observed.failsAs('JobFailed');
  const loops = () => node.observed.failsAs('JobRestarting');

  beforeAll(async () => {
    job.mayReport(false);
    await node.start(FAILS);
  }, 1_800_000);
  afterAll(() => node.stop());

  describe('that failed before it had made a checkpoint', () => {
    it('starts empty, and says so first', async () => {
      await fails();
      const { foretold, acted, start } = await node.observed.acted(
        'failed-early_restart',
        { action: 'restart' },
      );
      expect(foretold?.kind).toBe('nothing');
      expect(acted!.preview.plan.traps).toMatchObject([{ id: 'starts-empty' }]);
      expect(start.why).toBe('restart');
    });

    it('has a savepoint to go back to from now on', async () => {
      const { view } = await node.portal.act({
        ...{ action: 'savepoint', name: 'before-sale' },
      });
      expect(view).toMatchObject({ state: 'done' });
    });
  });

  describe('that has failed', () => {
    it('takes no savepoint', async () => {
      await fails();
      const { plan } = await node.portal.preview({ action: 'savepoint' });
      expect(plan.refusal?.sentence).toBe(
        'A savepoint needs a running job; this one is failed.',
      );
    });

    it('restarts with its last checkpoint', async () => {
      const { foretold, start } = await node.observed.acted('failed_restart', {
        action: 'restart',
      });
      expect(foretold).toMatchObject({
        kind: 'checkpoint',
        path: expect.stringMatching(/\/chk-\d+$/),
      });
      expect(start.why).toBe('restart');
    });

    it('is kept from running, its JobManager idle', async () => {
      await fails();
      const { view, preview } = await node.observed.suspend('failed_suspend');
      expect(view).toMatchObject({ state: 'done' });
      expect(preview.plan.effects.join(' ')).toContain(
        'its JobManager stays for a day with nothing to do',
      );
      expect(await job.pods(node.client, 'jobmanager')).toHaveLength(1);
    });

    it('goes on with the checkpoint that it had', async () => {
      const { foretold, start } = await node.observed.acted('failed_resume', {
        action: 'resume',
      });
      expect(foretold).toMatchObject({
        kind: 'checkpoint',
        path: expect.stringMatching(/\/chk-\d+$/),
      });
      expect(start.why).toBe('resume');
    });

    it('is restored from a chosen savepoint', async () => {
      await fails();
      const { path } = await node.observed.snapshot('before-sale');
      const { acted, start } = await node.observed.acted('failed_restore', {
        action: 'restore',
        path: path!,
        ...{ savepointFirst: true, allowNonRestoredState: false },
      });
      expect(acted!.view.steps).toHaveLength(2);
      expect(start).toMatchObject({ why: 'restore', path });
    });

    it('restarts with its last checkpoint in mode last-state, too', async () => {
      await node.observed.undisturbed({ ...FAILS, upgrade: 'last-state' });
      await node.observed.checkpointed();
      await fails();
      const { foretold, start } = await node.observed.acted(
        'failed_last-state-restart',
        { action: 'restart' },
      );
      expect(foretold).toMatchObject({
        kind: 'checkpoint',
        path: expect.stringMatching(/\/chk-\d+$/),
      });
      expect(start.why).toBe('restart');
    });
  });

  describe('that restarts in a loop', () => {
    it('begins to', async () => {
      await node.observed.changed('restart-strategy', WAITS);
      await node.observed.checkpointed();
      await loops();
    });

    it('restarts with its last checkpoint', async () => {
      const { foretold, acted } = await node.observed.acted('looping_restart', {
        action: 'restart',
      });
      expect(foretold).toMatchObject({ kind: 'checkpoint' });
      expect(acted!.preview.plan.traps).toMatchObject([
        { id: 'checkpoint-instead' },
      ]);
    });

    it('stops, and its pods go', async () => {
      await node.observed.checkpointed();
      await loops();
      const { view } = await node.observed.suspend('looping_suspend');
      expect(view).toMatchObject({ state: 'done' });
      await node.lab.until(
        'the end of its pods',
        120,
        async () => JSON.stringify(await job.pods(node.client, 'jobmanager')),
        pods => pods === '[]',
      );
    });

    it('goes on with its last checkpoint', async () => {
      const { foretold, start } = await node.observed.acted('looping_resume', {
        action: 'resume',
      });
      expect(foretold).toMatchObject({ kind: 'checkpoint' });
      expect(start.why).toBe('resume');
    });
  });

  describe('that may not write its savepoints', () => {
    beforeEach(() => job.mayWriteSavepoints(false));
    afterEach(() => job.mayWriteSavepoints(true));

    it('says that the savepoint failed, and why', async () => {
      const view = await node.observed.beside('unwritable_take', {
        action: 'savepoint',
      });
      const taken = await node.observed.snapshot();
      expect(view).toMatchObject({
        state: 'failed',
        sentence:
          'The savepoint failed: An Exception occurred while triggering the checkpoint. IO-problem detected.',
      });
      expect(taken).toMatchObject({ state: 'failed', failures: 4 });
    });

    it('is not restored where the savepoint before it fails', async () => {
      const before = await job.live(node.client);
      const { path } = await node.observed.snapshot('before-sale');
      const view = await node.observed.beside('unwritable_restore', {
        action: 'restore',
        path: path!,
        ...{ savepointFirst: true, allowNonRestoredState: false },
      });
      expect(view).toMatchObject({ state: 'failed', stepsDone: 1 });
      const after = await job.live(node.client);
      expect(after.spec).toEqual(before.spec);
      expect(after.status).toMatchObject({
        jobStatus: {
          state: 'RUNNING',
          jobId: before.status!.jobStatus.jobId,
        },
      });
    });

    it('runs on until it can be stopped, and says why it is not', async () => {
      const { report, view } = await node.observed.kept('unwritable_suspend', {
        action: 'suspend',
      });
      expect(report.message).toMatch(IO_PROBLEM);
      expect(view).toMatchObject({ state: 'done' });
      const { startsFrom } = await node.portal.until(
        'the end of the job',
        ({
          job: {
            report: { health },
          },
        }) => health === 'Suspended',
      );
      expect(startsFrom).toMatchObject({ kind: 'savepoint' });
      expect(job.has(startsFrom!.path!)).toBe(true);
    });
  });

  describe('that is suspended', () => {
    it('is restored from another savepoint, and what it stopped with stays', async () => {
      const { startsFrom: stoppedWith } = await node.portal.state();
      const { path } = await node.observed.snapshot('before-sale');
      const { acted, start } = await node.observed.acted('suspended_restore', {
        action: 'restore',
        path: path!,
        ...{ savepointFirst: true, allowNonRestoredState: false },
      });
      expect(acted!.view.steps).toHaveLength(2);
      expect(start).toMatchObject({ why: 'restore', path });
      expect(stoppedWith!.path).not.toBe(path);
      expect(job.has(stoppedWith!.path!)).toBe(true);
    });

    it('is restored in mode last-state, too', async () => {
      await node.observed.undisturbed({ ...WAITS, upgrade: 'last-state' });
      await node.observed.checkpointed();
      await node.observed.suspend('suspended_last-state');
      const { path } = await node.observed.snapshot('before-sale');
      const { start } = await node.observed.acted(
        'suspended_last-state-restore',
        {
          action: 'restore',
          path: path!,
          ...{ savepointFirst: true, allowNonRestoredState: false },
        },
      );
      expect(start).toMatchObject({ why: 'restore', path });
      await node.observed.undisturbed(WAITS);
    });
  });

  describe('that cannot be stopped for a restart', () => {
    beforeEach(() => job.mayWriteSavepoints(false));
    afterEach(() => job.mayWriteSavepoints(true));

    it('runs on until it can, and starts from the savepoint of then', async () => {
      const name = 'unwritable_restart';
      const { foretold, start } = await node.observed.started(
        name,
        async () => {
          const { preview, view, report } = await node.observed.kept(name, {
            action: 'restart',
          });
          expect(report.message).toMatch(IO_PROBLEM);
          expect(view).toMatchObject({ state: 'done' });
          return { foretold: preview.plan.startsFrom };
        },
      );
      expect(foretold).toMatchObject({ kind: 'savepoint' });
      expect(start.why).toBe('restart');
    });

    it('runs on as it is where it is resumed before it was stopped', async () => {
      const { jobId } = (await job.live(node.client)).status!.jobStatus;
      const { id } = await node.portal.order({ action: 'suspend' });
      await node.portal.until(
        'that it does not get on',
        ({ job: { report } }) => report.reason === 'ChangeFailed',
      );
      const { view, preview } = await node.portal.act({ action: 'resume' });
      expect(preview.plan.startsFrom).toBeUndefined();
      expect(view).toMatchObject({ state: 'done' });
      expect(await node.portal.ended(id)).toMatchObject({ state: 'failed' });
      expect((await job.live(node.client)).status!.jobStatus).toMatchObject({
        ...{ jobId, state: 'RUNNING' },
      });
    });
  });
});
