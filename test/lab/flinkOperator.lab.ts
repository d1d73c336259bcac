import { SnapshotView } from '@headworks/backstage-plugin-data-pipelines-common';
import { Release } from './CountingJob';
import { OperatorLab } from './OperatorLab';

/**
 * On a real node, under Pod Security "restricted", with the real operator and
 * the rights that our manifests give, through the portal's API.
 */
describe('a Flink job of the operator on a node', () => {
  const node = new OperatorLab();
  const { lab, job } = node;

  beforeAll(() => node.start({ upgrade: 'savepoint' }), 1_800_000);
  afterAll(() => node.stop());

  describe('with upgrade mode savepoint', () => {
    it('starts with nothing', async () => {
      const { start, tookUp } = await node.observed.started(
        'savepoint_install',
      );
      expect(start).toMatchObject({ why: 'first', from: 'nothing' });
      expect(tookUp).toEqual({ from: 'nothing' });
    });

    it.each([
      ['canonical', undefined],
      ['native', 'before-sale'],
    ] as const)('takes a %s savepoint', async (format, name) => {
      const view = await node.observed.beside(`savepoint_take-${format}`, {
        ...{ action: 'savepoint', format },
        ...(name && { name }),
      });
      const taken = await node.observed.snapshot();
      expect(view).toMatchObject({
        state: 'done',
        sentence: `The savepoint is at ${taken.path}.`,
      });
      expect(taken).toMatchObject({
        ...{ type: 'savepoint', state: 'completed', origin: 'user', format },
        name: name ?? expect.stringMatching(/^clickstream-counting-/),
      });
      expect(job.has(taken.path!)).toBe(true);
    });

    it('stops with a savepoint, its JobManager idle', async () => {
      const { view, preview } = await node.observed.suspend(
        'savepoint_suspend',
      );
      expect(view).toMatchObject({ state: 'done' });
      expect(preview.plan.effects.join(' ')).toContain(
        'its JobManager stays for a day with nothing to do',
      );
      expect(await job.pods(node.client, 'jobmanager')).toHaveLength(1);
      await lab.until(
        'the end of the TaskManagers',
        120,
        async () => JSON.stringify(await job.pods(node.client, 'taskmanager')),
        pods => pods === '[]',
      );
      const { report } = (await node.portal.state()).job;
      expect(report).toMatchObject({
        health: 'Suspended',
        reason: 'Suspended',
      });
    });

    it('goes on with the savepoint that it stopped with', async () => {
      const { upgradeSavepointPath: path } = (await job.live(node.client))
        .status!.jobStatus;
      const { foretold, start } = await node.observed.acted(
        'savepoint_resume',
        {
          action: 'resume',
        },
      );
      expect(foretold).toMatchObject({ kind: 'savepoint', path });
      expect(start.why).toBe('resume');
    });

    it('restarts with a savepoint that is taken first', async () => {
      const { foretold, start } = await node.observed.acted(
        'savepoint_restart',
        {
          action: 'restart',
        },
      );
      expect(foretold).toMatchObject({ kind: 'savepoint' });
      expect(start.why).toBe('restart');
    });

    it('is restored from a chosen one, and keeps what it had', async () => {
      const chosen = await node.observed.snapshot('before-sale');
      const { start, acted: did } = await node.observed.acted(
        'savepoint_restore',
        {
          action: 'restore',
          path: chosen.path!,
          ...{ savepointFirst: true, allowNonRestoredState: false },
        },
      );
      expect(start).toMatchObject({ why: 'restore', path: chosen.path });
      expect(did!.view.steps).toHaveLength(4);
      const { snapshots } = await node.portal.state();
      const [first] = snapshots.filter(
        ({ origin, state }) => origin === 'user' && state === 'completed',
      );
      expect(first.path).not.toBe(chosen.path);
      expect(job.has(first.path!)).toBe(true);
    });

    it('has another parallelism from a savepoint on', async () => {
      const { foretold, start } = await node.observed.changed(
        'savepoint_parallelism',
        {
          ...{ upgrade: 'savepoint', parallelism: 2 },
        },
      );
      expect(foretold).toMatchObject({ kind: 'savepoint' });
      expect(start.why).toBe('upgrade');
    });

    it('has another image from a savepoint on', async () => {
      const { foretold, start } = await node.observed.changed(
        'savepoint_image',
        { upgrade: 'savepoint', parallelism: 2, tag: '2' },
      );
      expect(foretold).toMatchObject({ kind: 'savepoint' });
      expect(start).toMatchObject({ why: 'upgrade', image: 'lab/counting:2' });
    });
  });

  describe('has a savepoint deleted', () => {
    it('with its files and nothing else', async () => {
      const isTaken = (one: SnapshotView) =>
        one.source === 'resource' &&
        one.state === 'completed' &&
        one.format === 'canonical';
      const { snapshots } = await node.portal.state();
      const { name, path } = snapshots.find(isTaken)!;
      const { jobId } = (await job.live(node.client)).status!.jobStatus;
      expect(job.has(path!)).toBe(true);
      const { view } = await node.portal.act({
        action: 'delete-snapshot',
        name,
      });
      expect(view).toMatchObject({ state: 'done' });
      expect(job.has(path!)).toBe(false);
      const left = await node.portal.until('the end of the savepoint', state =>
        state.snapshots.some(
          one => one.path === path && one.state === 'deleted',
        ),
      );
      for (const one of left.snapshots.filter(isTaken)) {
        expect(job.has(one.path!)).toBe(true);
      }
      expect((await job.live(node.client)).status!.jobStatus).toMatchObject({
        ...{ jobId, state: 'RUNNING' },
      });
    });
  });

  describe('with upgrade mode last-state', () => {
    it('gets the mode without a restart', () =>
      node.observed.undisturbed({
        ...{ upgrade: 'last-state', parallelism: 2, tag: '2' },
      }));

    it('restarts with its last checkpoint, under the same id', async () => {
      const { jobId } = (await job.live(node.client)).status!.jobStatus;
      const { foretold, start } = await node.observed.acted(
        'last-state_restart',
        {
          action: 'restart',
        },
      );
      expect(foretold).toMatchObject({ kind: 'checkpoint' });
      expect(start).toMatchObject({ why: 'restart', run: jobId });
      const { snapshots } = await node.portal.state();
      expect(snapshots.map(({ name }) => name)).not.toContain(
        'KUBERNETES_OPERATOR_LAST_STATE',
      );
    });

    it('stops, and its pods go', async () => {
      const { view } = await node.observed.suspend('last-state_suspend');
      expect(view).toMatchObject({ state: 'done' });
      await lab.until(
        'the end of its pods',
        120,
        async () => JSON.stringify(await job.pods(node.client, 'jobmanager')),
        pods => pods === '[]',
      );
    });

    it('goes on with its last checkpoint', async () => {
      const { foretold, start } = await node.observed.acted(
        'last-state_resume',
        {
          action: 'resume',
        },
      );
      expect(foretold).toMatchObject({ kind: 'checkpoint' });
      expect(foretold).not.toHaveProperty('path');
      expect(start.why).toBe('resume');
    });

    it('has another image from its last checkpoint on', async () => {
      const { start } = await node.observed.changed('last-state_image', {
        ...{ upgrade: 'last-state', parallelism: 2, tag: '1' },
      });
      expect(start).toMatchObject({ why: 'upgrade', image: 'lab/counting:1' });
    });

    it('has another version of Flink from a savepoint on', async () => {
      // Of the operator’s word for it: the image has the same Flink as before.
      const { start } = await node.observed.started(
        'last-state_flink-version',
        async () => {
          await node.observed.install({
            ...{ upgrade: 'last-state', parallelism: 2, tag: '1' },
            flinkVersion: 'v2_2',
          });
          return {};
        },
      );
      expect(start).toMatchObject({ why: 'upgrade', from: 'savepoint' });
    });
  });

  describe('with upgrade mode stateless', () => {
    const release: Release = {
      ...{ upgrade: 'stateless', parallelism: 2, tag: '1' },
      flinkVersion: 'v2_2',
    };

    it('gets the mode without a restart', () =>
      node.observed.undisturbed(release));

    it('restarts empty', async () => {
      const before = job.counts().length;
      const { foretold, acted: did } = await node.observed.acted(
        'stateless_restart',
        {
          action: 'restart',
        },
      );
      expect(foretold?.kind).toBe('nothing');
      expect(did!.preview.plan.traps).toMatchObject([{ id: 'starts-empty' }]);
      expect(job.counts().slice(before)).toContain(1);
    });

    it('has another image and starts empty', async () => {
      const { foretold, start } = await node.observed.changed(
        'stateless_image',
        { ...release, tag: '2' },
      );
      expect(foretold?.kind).toBe('nothing');
      expect(start).toMatchObject({ why: 'upgrade', image: 'lab/counting:2' });
    });

    it('has another parallelism and starts empty', async () => {
      const { foretold } = await node.observed.changed(
        'stateless_parallelism',
        {
          ...release,
          ...{ tag: '2', parallelism: 1 },
        },
      );
      expect(foretold?.kind).toBe('nothing');
    });

    it('goes on empty where it was stopped like that, whatever its mode is then', async () => {
      await lab.kubectl(
        ...['--namespace', job.namespace, 'patch', 'flinkdeployment'],
        ...[job.name, '--type', 'merge', '--patch'],
        '{"spec":{"job":{"state":"suspended"}}}',
      );
      await node.observed.stopped();
      await node.observed.install({
        ...release,
        ...{ upgrade: 'savepoint', tag: '2', parallelism: 1 },
      });
      await node.portal.until('the savepoint mode', ({ startsFrom }) =>
        /was stateless when it stopped/.test(startsFrom?.sentence ?? ''),
      );
      const { foretold } = await node.observed.acted(
        'stateless_resume-as-savepoint',
        {
          action: 'resume',
        },
      );
      expect(foretold?.kind).toBe('nothing');
    });
  });
});
