import { OperatorLab } from './OperatorLab';

/** As in the test of jobs that are well: what the portal's API does to one that fails again and again. */
describe('a Flink job of the operator that restarts in a loop', () => {
  const node = new OperatorLab();
  const { job } = node;

  // TaskManagers that wait with it go after half a minute.
  const loops = () => node.observed.failsAs('JobRestarting', 'NoTaskManagers');

  beforeAll(
    () =>
      node.start({
        upgrade: 'savepoint',
        // So long that it is never seen running in between.
        restart: { strategy: 'fixed-delay', initialBackoff: '30m' },
      }),
    1_800_000,
  );
  afterAll(() => node.stop());

  it('restarts with its last checkpoint', async () => {
    await node.observed.started('looping_install');
    await node.observed.checkpointed();
    await loops();
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
