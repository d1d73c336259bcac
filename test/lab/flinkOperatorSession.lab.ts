import { CountingJob, Release } from './CountingJob';
import { OperatorLab } from './OperatorLab';

/** As in the test of jobs that have a cluster of their own. */
describe('a Flink job in a session of the operator', () => {
  const node = new OperatorLab(new CountingJob(true));
  const { job } = node;
  const last: Release = { upgrade: 'last-state' };

  beforeAll(() => node.start({ upgrade: 'savepoint' }), 1_800_000);
  afterAll(() => node.stop());

  describe('with upgrade mode savepoint', () => {
    it('starts with nothing', async () => {
      const { start, tookUp } = await node.observed.started('session_install');
      expect(start).toMatchObject({ why: 'first', from: 'nothing' });
      expect(tookUp).toEqual({ from: 'nothing' });
    });

    it('takes a savepoint', async () => {
      const view = await node.observed.beside('session_take', {
        ...{ action: 'savepoint', name: 'before-sale' },
      });
      const taken = await node.observed.snapshot();
      expect(view).toMatchObject({
        state: 'done',
        sentence: `The savepoint is at ${taken.path}.`,
      });
      expect(taken.path).toContain('/counting/savepoints/');
      expect(job.has(taken.path!)).toBe(true);
    });

    it('stops with a savepoint, and the session stays', async () => {
      const { view, preview } = await node.observed.suspend('session_suspend');
      expect(view).toMatchObject({ state: 'done' });
      expect(preview.plan.effects.join(' ')).toContain(
        'The pods of its session stay',
      );
      expect(await job.pods(node.client, 'jobmanager')).toHaveLength(1);
    });

    it('goes on with the savepoint that it stopped with', async () => {
      const { upgradeSavepointPath: path } = (await job.live(node.client))
        .status!.jobStatus;
      const { foretold, start } = await node.observed.acted('session_resume', {
        action: 'resume',
      });
      expect(foretold).toMatchObject({ kind: 'savepoint', path });
      expect(start.why).toBe('resume');
    });

    it('restarts with a savepoint that is taken first', async () => {
      const { foretold, start } = await node.observed.acted('session_restart', {
        action: 'restart',
      });
      expect(foretold).toMatchObject({ kind: 'savepoint' });
      expect(start.why).toBe('restart');
    });

    it('is restored from a chosen one, and keeps what it had', async () => {
      const { path } = await node.observed.snapshot('before-sale');
      const { start, acted } = await node.observed.acted('session_restore', {
        action: 'restore',
        path: path!,
        ...{ savepointFirst: true, allowNonRestoredState: false },
      });
      expect(start).toMatchObject({ why: 'restore', path });
      expect(acted!.view.steps).toHaveLength(4);
    });
  });

  describe('with upgrade mode last-state', () => {
    it('gets the mode without a restart', () =>
      node.observed.undisturbed(last));

    it('restarts with its last checkpoint', async () => {
      await node.observed.checkpointed();
      const { foretold, start } = await node.observed.acted(
        'session_last-state-restart',
        { action: 'restart' },
      );
      expect(foretold).toMatchObject({ kind: 'checkpoint' });
      expect(start.why).toBe('restart');
    });

    it('stops, and the session stays', async () => {
      await node.observed.checkpointed();
      const { view } = await node.observed.suspend(
        'session_last-state-suspend',
      );
      expect(view).toMatchObject({ state: 'done' });
      expect(await job.pods(node.client, 'jobmanager')).toHaveLength(1);
    });

    it('goes on with its last checkpoint', async () => {
      const { foretold, start } = await node.observed.acted(
        'session_last-state-resume',
        { action: 'resume' },
      );
      expect(foretold).toMatchObject({ kind: 'checkpoint' });
      expect(start.why).toBe('resume');
    });
  });
});
