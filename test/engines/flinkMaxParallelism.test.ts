import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { compare } from '@headworks/backstage-plugin-data-pipelines-common';
import { freePorts } from '../cluster/processes';
import { countingJob, FlinkProcess, startFlink } from './flink';
import { FlinkRest } from './flinkRest';

const KEY = 'pipeline.max-parallelism';

/** Whether Flink starts a job from state that was written under another limit. */
describe('what compare says of the maximum parallelism', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-limit-'));
  const counts = path.join(folder, 'counts');
  const processes: FlinkProcess[] = [];
  let rest: FlinkRest;
  let jar: Blob;

  beforeAll(async () => {
    const [port, rpc] = await freePorts(2);
    const configuration = {
      'jobmanager.rpc.address': '127.0.0.1',
      'jobmanager.rpc.port': `${rpc}`,
      'rest.address': '127.0.0.1',
      'rest.port': `${port}`,
      'jobmanager.memory.process.size': '1g',
      'taskmanager.host': '127.0.0.1',
      'restart-strategy.type': 'disable',
    };
    for (const role of ['session', 'taskmanager'] as const) {
      processes.push(
        await startFlink({
          role,
          folder: path.join(folder, role),
          configuration,
        }),
      );
    }
    rest = new FlinkRest(port);
    await rest.until(
      'a TaskManager',
      () => rest.get<{ taskmanagers: number }>('/overview'),
      ({ taskmanagers }) => taskmanagers === 1,
    );
    jar = new Blob([fs.readFileSync(await countingJob())]);
  }, 900_000);

  afterAll(async () => {
    for (const one of processes.reverse()) await one.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const settings = (limit?: string) => (limit ? { [KEY]: limit } : {});

  const start = (limit?: string, savepointPath?: string) =>
    rest.run(jar, {
      programArgsList: ['one', counts],
      flinkConfiguration: settings(limit),
      savepointPath,
    });

  /** Runs a job until it has counted, and stops it with a savepoint. */
  const stateUnder = async (limit?: string) => {
    const job = await start(limit);
    fs.rmSync(counts, { force: true });
    await rest.until(
      'a count',
      async () => fs.readFileSync(counts, 'utf8'),
      text => text.includes('one '),
    );
    return rest.stop(job, `file://${folder}/savepoints`);
  };

  /** @returns why the job does not start; empty where it does */
  const refusal = async (savepoint: string, limit?: string) => {
    const known = new Set((await rest.jobs()).map(({ jid }) => jid));
    // Flink refuses such a job as a whole and lists it as failed.
    await start(limit, savepoint).catch(() => undefined);
    const [{ jid, state }] = await rest.until(
      'the job to start or fail',
      async () => (await rest.jobs()).filter(job => !known.has(job.jid)),
      ([job]) =>
        job?.state === 'FAILED' ||
        (job?.tasks.total > 0 && job.tasks.running === job.tasks.total),
    );
    if (state === 'FAILED') {
      const { exceptionHistory } = await rest.get<{
        exceptionHistory: { entries: Array<{ stacktrace: string }> };
      }>(`/jobs/${jid}/exceptions`);
      return JSON.stringify(exceptionHistory.entries);
    }
    await rest.stop(jid, `file://${folder}/savepoints`);
    return '';
  };

  const isRefused = (from?: string, to?: string) => {
    const job = (limit?: string) => ({
      apiVersion: 'flink.apache.org/v1beta1',
      kind: 'FlinkDeployment',
      metadata: { name: 'counting' },
      spec: {
        flinkConfiguration: settings(limit),
        job: { upgradeMode: 'savepoint', parallelism: 1 },
      },
    });
    return compare([job(from)], [job(to)]).some(
      ({ severity }) => severity === 'refused',
    );
  };

  it.each([
    { from: undefined, to: ['128', '360', undefined] },
    { from: '120', to: ['120', '360', undefined] },
  ])(
    'is what Flink does after $from',
    async ({ from, to }) => {
      const savepoint = await stateUnder(from);
      for (const limit of to) {
        const why = await refusal(savepoint, limit);
        expect({ limit, refused: why !== '' }).toEqual({
          limit,
          refused: isRefused(from, limit),
        });
        if (why) expect(why).toMatch(/max(imum)? ?parallelism/i);
      }
    },
    300_000,
  );
});
