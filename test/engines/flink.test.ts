import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePorts } from '../cluster/processes';
import { countingJob, FlinkProcess, startFlink } from './flink';
import { FlinkRest } from './flinkRest';

describe('startFlink', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-flink-'));
  const processes: FlinkProcess[] = [];
  afterAll(async () => {
    for (const one of processes.reverse()) await one.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('starts a real session cluster that runs a job and takes a savepoint of it', async () => {
    const [port, rpc] = await freePorts(2);
    const configuration = {
      'jobmanager.rpc.address': '127.0.0.1',
      'jobmanager.rpc.port': `${rpc}`,
      'rest.address': '127.0.0.1',
      'rest.port': `${port}`,
      'jobmanager.memory.process.size': '1g',
      'taskmanager.host': '127.0.0.1',
      'execution.checkpointing.dir': `file://${folder}/checkpoints`,
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
    const rest = new FlinkRest(port);
    await rest.until(
      'a TaskManager',
      () => rest.get<{ taskmanagers: number }>('/overview'),
      ({ taskmanagers }) => taskmanagers === 1,
    );
    const counts = path.join(folder, 'counts');
    const job = await rest.run(
      new Blob([fs.readFileSync(await countingJob())]),
      { programArgsList: ['one', counts] },
    );
    await rest.until(
      'a count',
      async () => fs.readFileSync(counts, 'utf8'),
      text => text.startsWith('one 1\n'),
    );
    const savepoint = await rest.savepoint(job, `file://${folder}/savepoints`);
    expect(fs.existsSync(savepoint.replace('file:', ''))).toBe(true);

    await processes[1].stop();
    expect(() => process.kill(processes[1].pid, 0)).toThrow('ESRCH');
  });
});
