import { ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { StartView } from '@headworks/backstage-plugin-data-pipelines-common';
import { applyManifest, tokenOf } from '../cluster/manifests';
import { LOST_ADDRESS, POD_ADDRESS } from '../cluster/NetworkNamespace';
import { stopProcess } from '../cluster/processes';
import { until } from './faults/watchedCluster';
import { FlinkNetwork } from './flinkNetwork';
import { FlinkPortal } from './flinkPortal';

const JOBS = [
  'good',
  'slow',
  'bad',
  'looping',
  'counting',
  'lost',
  'odd',
] as const;
type Job = (typeof JOBS)[number];

/** Milliseconds in which what Flink says is on the page; a busy machine needs some. */
const SOON = 60_000;

/** A real API server, a real Flink behind it, and the shipped manifests. */
describe('what Flink itself tells of jobs', () => {
  let world: FlinkNetwork;
  let portal: FlinkPortal;
  let odd: ChildProcess;
  let asked = '';
  const ids: Partial<Record<Job, string>> = {};

  beforeAll(async () => {
    world = await FlinkNetwork.start();
    const { client, url, caData } = world.cluster;
    await applyManifest(client, 'read');
    for (const job of ['good', 'slow', 'bad', 'looping'] as const) {
      ids[job] = await world.run(
        job,
        {
          'execution.checkpointing.tolerable-failed-checkpoints':
            job === 'looping' ? '0' : '1000',
        },
        { graph: job === 'slow' ? 'slow' : 'one' },
      );
    }
    await world.serve('clickstream-session');
    await world.deployment('clickstream-session');
    for (const name of ['slow', 'bad', 'looping'] as const) {
      await world.sessionJob('clickstream-session', {
        name,
        jobId: ids[name]!,
      });
    }
    await world.serve('clickstream-good');
    await world.deployment('clickstream-good', {
      name: 'good',
      jobId: ids.good!,
    });
    await world.serve('clickstream-counting');
    await world.statefulSet('clickstream-counting', 'counting');
    const jobId = '0'.repeat(32);
    await world.serve('clickstream-lost', LOST_ADDRESS);
    await world.deployment('clickstream-lost', { name: 'lost', jobId });
    odd = spawn(
      world.network.inside(process.execPath),
      [path.join(__dirname, '../engines/oddRest.mjs'), POD_ADDRESS, '8090'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    odd.stdout?.on('data', chunk => {
      asked += chunk;
    });
    await world.serve('clickstream-odd', POD_ADDRESS, 8090);
    await world.deployment('clickstream-odd', { name: 'odd', jobId });
    portal = await FlinkPortal.start({
      home: world.network.home,
      url,
      caData,
      token: await tokenOf(client, 'headworks-read'),
      jobs: JOBS,
    });
  }, 900_000);

  afterAll(async () => {
    await portal?.stop();
    if (odd) await stopProcess(odd);
    await world?.stop();
  });

  it('is not known without the right to ask, says why, and all else is shown', async () => {
    const job = await until(
      () => portal.job('good'),
      one => one?.facts.checkpointsUnknown !== undefined,
      SOON,
    );
    expect(job).toMatchObject({
      report: { health: 'Healthy', reason: 'Running' },
      facts: {
        version: '2.2',
        checkpointsUnknown:
          'The portal may not ask Flink in namespace pipelines of cluster lab; its credential needs get on services/proxy (manifests/flink.yaml)',
      },
    });
    expect(job?.facts.lastCheckpoint).toBeUndefined();
    const pipeline = await portal.pipeline();
    expect(pipeline.clusters[0].notes).toBeUndefined();
    expect((await portal.collector())?.messages).toEqual([
      job?.facts.checkpointsUnknown,
    ]);
    expect(await portal.checkpoints('good')).toMatchObject({
      checkpoints: [],
      unanswered: job?.facts.checkpointsUnknown,
    });
  });

  it.each(['good', 'bad', 'counting'] as const)(
    'is on the page of the job %s once the right is given',
    async name => {
      await applyManifest(world.cluster.client, 'flink');
      const job = await until(
        () => portal.job(name),
        one => Boolean(one?.facts.lastCheckpoint) && one?.facts.restarts === 0,
        SOON,
      );
      expect(job?.report).toMatchObject({ health: 'Healthy' });
      expect(job?.facts.checkpointsUnknown).toBeUndefined();
      expect(job?.facts.lastCheckpoint?.size).toBeGreaterThan(100);
      const { checkpoints, interval, trend } = await until(
        () => portal.checkpoints(name),
        one => one.checkpoints.length > 1,
        SOON,
      );
      expect(interval).toBeGreaterThan(0);
      expect(trend?.sentence).toMatch(
        /^Checkpoints are made as they should be/,
      );
      expect(
        checkpoints.find(({ state }) => state === 'completed'),
      ).toMatchObject({
        isSavepoint: false,
        startedAt: expect.stringMatching(/^20/),
        took: expect.any(Number),
        size: expect.any(Number),
        inFlight: expect.any(Number),
        path: expect.stringContaining('/chk-'),
      });
    },
  );

  it('tells the steps of a job in their order, with what passes them', async () => {
    const { vertices, failures, pressure } = await until(
      () => portal.flink('good'),
      one =>
        one.vertices.every(
          ({ gives, busy }) => busy !== undefined && gives !== undefined,
        ),
      SOON,
    );
    expect(failures).toEqual([]);
    expect(pressure).toBeUndefined();
    const [source, count] = vertices;
    expect(source).toMatchObject({
      name: expect.stringContaining('numbers'),
      inputs: [],
      parallelism: 1,
      status: 'RUNNING',
    });
    expect(count).toMatchObject({
      name: expect.stringContaining('count -> report'),
      inputs: [source.id],
    });
    const passing = await until(
      () => portal.flink('good'),
      one => (one.vertices[1].takes ?? 0) > 10,
      SOON,
    );
    expect(passing.vertices[1].busy).toBeLessThan(0.5);
  });

  it('names the step that holds a job back', async () => {
    const { vertices, pressure } = await until(
      () => portal.flink('slow'),
      one => one.pressure !== undefined,
      SOON,
    );
    expect(pressure).toMatch(
      /^"count -> report.*" holds the job back: it works \d+ % of the time; give the job more parallelism/,
    );
    expect(vertices[0].held).toBeGreaterThan(0.5);
    expect(vertices[1].held).toBeLessThan(0.5);
  });

  it('says which step a long checkpoint waits for', async () => {
    const { slowest } = await until(
      () => portal.checkpoints('slow'),
      one => /until the barrier/.test(one.slowest ?? ''),
      2 * SOON,
    );
    expect(slowest).toMatch(
      /^Checkpoint \d+ waited longest for "count -> report.*": .* of it until the barrier reached it, behind the records that wait before it/,
    );
    expect((await portal.checkpoints('good')).slowest).toBeUndefined();
  });

  it('goes with the state of a job of a session, as with that of any other', async () => {
    const { savepointRefusal, startsFrom } = await portal.state('slow');
    expect(savepointRefusal).toMatch(/^The portal may only read/);
    expect(startsFrom?.kind).toBe('nothing');
  });

  it('names a Flink that a network policy shuts off, and asks the others meanwhile', async () => {
    const job = await until(
      () => portal.job('lost'),
      one => /network policy/.test(one?.facts.checkpointsUnknown ?? ''),
      SOON,
    );
    expect(job?.facts.checkpointsUnknown).toBe(
      "Flink has not answered the API server at its Service clickstream-lost-rest yet; a network policy may be in the way: name the API server's addresses in global.networkPolicy.apiServerCidrs of the values",
    );
    const before = (await portal.job('good'))?.facts.lastCheckpoint?.at;
    await until(
      () => portal.job('good'),
      one => one?.facts.lastCheckpoint?.at !== before,
      SOON,
    );
  });

  it('does not follow where an answer points to', async () => {
    const job = await until(
      () => portal.job('odd'),
      one => /points elsewhere/.test(one?.facts.checkpointsUnknown ?? ''),
      SOON,
    );
    expect(job?.report.health).toBe('Healthy');
    const id = '0'.repeat(32);
    expect(new Set(asked.trim().split('\n'))).toEqual(
      new Set([`GET /jobs/${id}/metrics?get=numRestarts`]),
    );
  });

  it('makes a job Degraded whose checkpoints fail while it runs', async () => {
    breakStorage('bad');
    const job = await until(
      () => portal.job('bad'),
      one => one?.report.health === 'Degraded',
      SOON,
    );
    expect(job?.report).toMatchObject({
      reason: 'CheckpointsFail',
      message: expect.stringMatching(
        /^The job runs, but its last \d+ checkpoints failed: .*storage/,
      ),
    });
    const { trend } = await portal.checkpoints('bad');
    expect(trend?.sentence).toMatch(
      /^The last \d+ checkpoints failed, and the last good one began .* ago: /,
    );
    expect((await portal.job('good'))?.report.health).toBe('Healthy');
    const { verdict } = await portal.pipeline();
    expect(verdict).toMatchObject({ health: 'Degraded' });
    await until(
      () => portal.history('transition'),
      items => JSON.stringify(items).includes('CheckpointsFail'),
      SOON,
    );
  });

  it('makes a job Degraded that Flink restarts again and again, and counts how often', async () => {
    breakStorage('looping');
    const job = await until(
      () => portal.job('looping'),
      one => one?.report.reason === 'RestartLoop',
      SOON,
    );
    expect(job?.report.message).toMatch(
      /^The job fails and restarts again and again: its checkpoints fail: .*storage/,
    );
    const ofIt = ({ entityRef }: { entityRef?: string }) =>
      entityRef === 'component:default/clickstream-looping';
    const { failures } = await portal.flink('looping');
    expect(failures[0]).toMatchObject({
      at: expect.stringMatching(/^20/),
      message: expect.stringMatching(/storage|checkpoint/i),
    });
    const restarts = await until(
      () => portal.history('restart'),
      items => items.some(ofIt),
      SOON,
    );
    expect(restarts.find(ofIt)).toMatchObject({
      what: 'The job, by Flink itself',
    });
  });

  it('gives savepoints their size in the history', async () => {
    await world.rest.savepoint(
      ids.good!,
      `file://${world.checkpointsOf('savepoints')}`,
    );
    const [snapshot] = await until(
      () => portal.history('snapshot'),
      items => items.length > 0,
      SOON,
    );
    expect(snapshot).toMatchObject({
      entityRef: 'component:default/clickstream-good',
      state: 'completed',
    });
    expect('size' in snapshot && snapshot.size).toBeGreaterThan(100);
    const [row] = (await portal.state('good')).snapshots;
    expect(row).toMatchObject({
      state: 'completed',
      path: expect.stringContaining('/savepoint-'),
      size: 'size' in snapshot && snapshot.size,
      source: 'history',
    });
  });

  it('is forgotten when the job no longer runs', async () => {
    await world.cluster.client.delete(
      '/apis/flink.apache.org/v1beta1/namespaces/pipelines/flinkdeployments/clickstream-odd',
    );
    await world.suspend('clickstream-good');
    const job = await until(
      () => portal.job('good'),
      one => one?.report.health === 'Suspended' && !one.facts.lastCheckpoint,
      SOON,
    );
    expect(job?.facts.checkpointsUnknown).toBeUndefined();
    expect((await portal.flink('good')).unanswered).toBe(
      'The job does not run, and its Flink says something only while it does',
    );
    expect((await portal.checkpoints('good')).unanswered).toBe(
      'The job does not run, and Flink remembers checkpoints only while it does',
    );
    expect(await portal.collector()).toMatchObject({ jobs: 5 });
  });

  it('is the word that counts on what a job took up', async () => {
    const flink = 'clickstream-good';
    const folder = `file://${world.checkpointsOf('savepoints')}`;
    const startsOf = (job: Job, enough: (all: StartView[]) => boolean) =>
      until(() => portal.starts(job), enough, SOON);
    const said = (count: number) => (all: StartView[]) =>
      all.length === count && all[0].saidBy === 'flink';

    expect(await startsOf('good', said(1))).toMatchObject([
      { run: ids.good, from: 'nothing', saidBy: 'flink' },
    ]);
    const counting = await startsOf('counting', all => all.length > 0);
    expect(counting[0]).toMatchObject({ from: 'nothing', saidBy: 'flink' });

    // The operator believes that it began with nothing.
    const path = await world.rest.stop(ids.good!, folder);
    const restored = await world.run('good', {}, { savepointPath: path });
    await world.deployed(flink, {
      jobId: restored,
      mode: 'stateless',
      image: 'flink:2.2.0',
    });
    const [second] = await startsOf('good', said(2));
    expect(second).toMatchObject({ run: restored, from: 'savepoint', path });
    expect(second).not.toHaveProperty('lost');
    expect((await portal.job('good'))?.report.health).toBe('Healthy');

    // And here that it took up a savepoint.
    const unused = await world.rest.stop(restored, folder);
    const empty = await world.run('good');
    await world.deployed(flink, {
      jobId: empty,
      mode: 'savepoint',
      path: unused,
      image: 'flink:2.2.1',
    });
    const [third] = await startsOf('good', said(3));
    expect(third).toMatchObject({
      run: empty,
      why: 'upgrade',
      from: 'nothing',
      lost: { at: expect.any(String) },
    });
    const job = await until(
      () => portal.job('good'),
      one => one?.report.reason === 'StartedEmpty',
      SOON,
    );
    expect(job?.report).toMatchObject({ health: 'Degraded', since: third.at });
  });

  /** Where its checkpoints were is a file, in which none can be written. */
  function breakStorage(job: Job) {
    const folder = path.join(world.checkpointsOf(job), ids[job]!);
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, '');
  }
});
