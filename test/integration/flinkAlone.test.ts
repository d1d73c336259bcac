import fs from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { applyManifest, tokenOf } from '../cluster/manifests';
import { until } from './faults/watchedCluster';
import { FlinkNetwork } from './flinkNetwork';
import { FlinkPortal } from './flinkPortal';

const FLINK = 'clickstream-counting';
const SOON = 60_000;

/** A real API server, a real Flink behind it without an operator, and the shipped manifests. */
describe('actions on a Flink job without an operator', () => {
  let world: FlinkNetwork;
  let portal: FlinkPortal;
  let savepoints: string;
  let job = '';

  beforeAll(async () => {
    world = await FlinkNetwork.start();
    const { client, url, caData } = world.cluster;
    for (const name of ['read', 'flink', 'write'] as const) {
      await applyManifest(client, name);
    }
    savepoints = world.savepoints;
    await begin();
    await world.serve(FLINK);
    await world.statefulSet(FLINK, 'counting');
    portal = await FlinkPortal.start({
      home: world.network.home,
      url,
      caData,
      token: await tokenOf(client, 'headworks-read'),
      write: await tokenOf(client, 'headworks-write'),
      jobs: ['counting'],
    });
    await untilAskable();
  }, 900_000);

  afterAll(async () => {
    await portal?.stop();
    await world?.stop();
  });

  it('need a right of their own, and say which', async () => {
    expect(await portal.act('counting', { action: 'savepoint' })).toMatchObject(
      {
        state: 'failed',
        sentence: expect.stringMatching(
          /^Cluster lab refused: services "clickstream-counting-rest:8081" is forbidden: .* create resource "services\/proxy".* manifests\/ask-flink\.yaml gives it\.$/,
        ),
      },
    );
    await applyManifest(world.cluster.client, 'ask-flink');
  });

  it('take a savepoint while the job runs on, and the history knows whose it is', async () => {
    const action = {
      action: 'savepoint',
      folder: `file://${savepoints}`,
    } as const;
    const done = await portal.act('counting', action);
    expect(done).toMatchObject({ state: 'done', stepsDone: 2 });
    const at = pathIn(done.sentence);
    expect(fs.readdirSync(at)).toContain('_metadata');
    expect((await portal.job('counting'))?.report.health).toBe('Healthy');
    const { snapshots } = await until(
      () => portal.state('counting'),
      ({ snapshots: all }) =>
        all.some(one => one.origin === 'user' && one.size),
      SOON,
    );
    expect(snapshots).toHaveLength(1);
    expect(snapshots[0]).toMatchObject({
      path: `file:${at}`,
      requestedBy: 'user:default/mock',
      source: 'flink',
      state: 'completed',
    });
  });

  it('take one savepoint however often it is asked for with one key', async () => {
    const action = {
      action: 'savepoint',
      folder: `file://${savepoints}`,
    } as const;
    const before = fs.readdirSync(savepoints).length;
    const key = randomUUID();
    const ids = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { id } = await portal.act('counting', action, key);
        return id;
      }),
    );
    expect(new Set(ids).size).toBe(1);
    expect(fs.readdirSync(savepoints)).toHaveLength(before + 1);
  });

  it('tell why a savepoint fails, and leave the job alone', async () => {
    const file = path.join(world.network.home, 'file');
    fs.writeFileSync(file, '');
    const action = { action: 'savepoint', folder: `file://${file}` } as const;
    const { state, sentence } = await portal.act('counting', action);
    expect(state).toBe('failed');
    expect(sentence).toMatch(/^The savepoint failed: .*file/);
    expect(sentence).not.toMatch(/Exception:|\tat /);
    expect(
      await portal.act('counting', {
        action: 'savepoint',
        folder: 's3://elsewhere/savepoints',
      }),
    ).toMatchObject({
      state: 'failed',
      sentence: expect.stringMatching(/^The savepoint failed: .*s3/),
    });
    expect((await portal.job('counting'))?.report.health).toBe('Healthy');
  });

  it('know a job that somebody else has stopped, and one that goes on from there', async () => {
    const at = await world.rest.stop(job, savepoints);
    expect(await untilReport('Suspended')).toMatchObject({
      reason: 'StoppedWithSavepoint',
      message: 'The job was stopped with a savepoint',
      nextStep: `Set startFrom.path in its values to ${at} to have it go on.`,
    });
    const [run] = await until(
      () => portal.history('run'),
      ([newest]) => newest.kind === 'run' && newest.state !== 'running',
      SOON,
    );
    expect(run).toMatchObject({ run: job, state: 'stopped' });
    const resume = await portal.preview('counting', { action: 'resume' });
    expect(resume).toMatchObject({
      plan: {
        steps: [],
        refusal: { remedy: expect.stringContaining('values file') },
      },
      values: [
        {
          path: ['flink', 'jobs', 'counting', 'startFrom', 'path'],
          value: at,
        },
      ],
    });
    await begin(at);
    await untilReport('Healthy');
    const [start] = await until(
      () => portal.starts('counting'),
      ([newest]) => newest?.run === job && newest.path !== undefined,
      SOON,
    );
    expect(start).toMatchObject({ from: 'savepoint', path: at });
  });

  it('stop the job with a savepoint, and refuse to stop it twice', async () => {
    await untilAskable();
    const { plan } = await portal.preview('counting', { action: 'suspend' });
    expect(plan.effects[0]).toBe(
      'Flink takes a savepoint and stops the job with it.',
    );
    const done = await portal.act('counting', { action: 'suspend' });
    expect(done).toMatchObject({ state: 'done' });
    expect(fs.readdirSync(pathIn(done.sentence))).toContain('_metadata');
    expect(await stateOf(job)).toBe('FINISHED');
    await untilReport('Suspended');
    const again = await portal.preview('counting', { action: 'suspend' });
    expect(again.plan.refusal?.sentence).toBe('It does not run: it has ended.');
    const { startsFrom, savepointRefusal } = await portal.state('counting');
    expect(savepointRefusal).toBe('It does not run: it has ended.');
    expect(startsFrom?.sentence).toContain('startFrom.path');
  });

  it('drain a job on purpose only', async () => {
    await begin();
    await untilReport('Healthy');
    await untilAskable();
    const drain = { action: 'suspend', drain: true } as const;
    const { plan } = await portal.preview('counting', drain);
    expect(plan.traps).toMatchObject([{ id: 'drains', weight: 'acknowledge' }]);
    const done = await portal.act('counting', drain);
    expect(done).toMatchObject({ state: 'done' });
    expect(fs.readdirSync(pathIn(done.sentence))).toContain('_metadata');
  });

  /** Runs the job, which is the one that runs in this Flink. */
  async function begin(savepointPath?: string) {
    job = await world.run('counting', {}, { savepointPath });
  }

  async function stateOf(id: string) {
    return (await world.rest.jobs()).find(({ jid }) => jid === id)?.state;
  }

  async function untilReport(health: string) {
    const seen = await until(
      () => portal.job('counting'),
      one => one?.report.health === health,
      SOON,
    );
    return seen!.report;
  }

  async function untilAskable() {
    await until(
      () => portal.state('counting'),
      one => one?.savepointRefusal === undefined && Boolean(one),
      SOON,
    );
  }
});

function pathIn(sentence = ''): string {
  return /^The savepoint is at file:(?:\/\/)?(\S+)\.$/.exec(sentence)![1];
}
