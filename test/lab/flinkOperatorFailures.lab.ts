import { Release } from './CountingJob';
import { OperatorLab } from './OperatorLab';

/** Fails for good at the first thing that goes wrong. */
const FAILS: Release = {
  upgrade: 'savepoint',
  restart: { strategy: 'none' },
};

/** As in the test of jobs that are well: what the portal's API does to one that has failed. */
describe('a Flink job of the operator that fails', () => {
  const node = new OperatorLab();
  const { job } = node;

  const fails = () => node.observed.failsAs('JobFailed');

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
});
