import { OperatorLab } from './OperatorLab';

const IO_PROBLEM = /IO-problem detected/;

/** As in the test of jobs that are well: what the portal's API does to one whose savepoints fail. */
describe('a Flink job of the operator', () => {
  const node = new OperatorLab();
  const { job } = node;

  beforeAll(async () => {
    await node.start({ upgrade: 'savepoint' });
    await node.observed.started('unwritable_install');
    const { view } = await node.portal.act({
      ...{ action: 'savepoint', name: 'before-sale' },
    });
    expect(view).toMatchObject({ state: 'done' });
  }, 1_800_000);
  afterAll(() => node.stop());

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
      await node.observed.undisturbed({ upgrade: 'last-state' });
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
      await node.observed.undisturbed({ upgrade: 'savepoint' });
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
