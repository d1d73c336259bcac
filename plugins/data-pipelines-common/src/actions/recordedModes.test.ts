import fs from 'node:fs';
import path from 'node:path';
import { project } from '../objects/project/project';
import { RawObject } from '../resources/rawObject';
import { FlinkDeployment, FlinkSessionJob } from '../resources/flinkDeployment';
import { FlinkStateSnapshot } from '../resources/flinkStateSnapshot';
import { snapshotsOf, snapshotView } from '../snapshots';
import { StartReason } from '../model/starts';
import { FlinkStart } from '../starts/FlinkStart';
import { startedFrom, startReason } from '../starts/startReason';
import { startOf } from '../starts/startOf';
import { asWritten } from './flink/asWritten';
import { LiveFlinkJob } from './flink/LiveFlinkJob';
import { nextStart } from './flink/startingState';
import { WaitingFor } from './step';
import { WaitedObject, waitedFor } from './waiting';

const FOLDER = path.join(__dirname, '__fixtures__/flink-operator');

/** What came of it, by Flink's own REST and by what was seen at the end. */
interface Truth {
  tookUp?: { from: 'savepoint' | 'checkpoint' | 'nothing'; path?: string };
  why?: string;
  /** What the portal then said that it starts from. */
  next?: { kind: string; path?: string };
  taken?: { name: string; state: string; path?: string; failures?: number };
}

interface Version {
  at: string;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: RawObject & { kind: string; metadata: { name: string } };
}

/** What operator 1.15.0 wrote while one thing was done with a job of Flink 2.1.3. */
function recording(name: string) {
  const [{ truth }, ...versions] = fs
    .readFileSync(path.join(FOLDER, `${name}.ndjson`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line)) as [{ truth: Truth }, ...Version[]];
  const of = (kind: string) =>
    versions.flatMap(({ object }) => (object.kind === kind ? [object] : []));
  const [kind, resource] = name.startsWith('session')
    ? (['FlinkSessionJob', 'flinksessionjobs.flink.apache.org'] as const)
    : (['FlinkDeployment', 'flinkdeployments.flink.apache.org'] as const);
  return {
    truth,
    jobs: of(kind).map(raw => ({
      live: raw as RawObject as LiveFlinkJob,
      kept: project(resource, raw) as FlinkDeployment | FlinkSessionJob,
    })),
    snapshots: of('FlinkStateSnapshot').map(
      raw =>
        project(
          'flinkstatesnapshots.flink.apache.org',
          raw,
        ) as FlinkStateSnapshot,
    ),
  };
}

/** What a wait says from the change on, each word once. */
function words(until: WaitingFor, objects: readonly WaitedObject[]): string[] {
  return [...new Set(objects.map(one => waitedFor(until, one).state))];
}

/** Versions since somebody changed the specification. */
function changed<T extends { live: LiveFlinkJob }>(jobs: readonly T[]): T[] {
  const { generation = 0 } = jobs[0].live.metadata;
  return jobs.filter(
    ({ live }) => (live.metadata.generation ?? 0) > generation,
  );
}

const STARTS = [
  'savepoint_resume',
  'savepoint_restart',
  'savepoint_restore',
  'savepoint_parallelism',
  'savepoint_image',
  'last-state_restart',
  'last-state_resume',
  'last-state_image',
  'last-state_flink-version',
  'stateless_restart',
  'stateless_parallelism',
  'stateless_resume-as-savepoint',
  'failed_restart',
  'failed_resume',
  'failed_restore',
  'failed_last-state-restart',
  'looping_restart',
  'looping_resume',
  'suspended_restore',
  'suspended_last-state-restore',
  'unwritable_restart',
  'session_resume',
  'session_restart',
  'session_restore',
  'session_last-state-restart',
  'session_last-state-resume',
];

/** Why it was, as far as the recording has the start before to tell it by. */
function whyOf(name: string, start: FlinkStart, before?: FlinkStart) {
  if (name.includes('resume')) return 'resume';
  return /^(failed|suspended)/.test(name)
    ? undefined
    : startReason(start, before);
}

/** Their path is chosen, or the change itself decides. */
const FORETOLD = [
  ...STARTS.filter(name => !/restore|flink-version/.test(name)),
  // Without a path the operator's own word does not tell what it took up.
  'failed-early_restart',
];

describe.each(STARTS)('%s, recorded of the real operator', name => {
  const { jobs, truth } = recording(name);
  const last = jobs.at(-1)!;

  it('is waited for until the new job runs', () => {
    const live = changed(jobs);
    expect(
      words(
        'job-running',
        live.map(one => one.live),
      ),
    ).toEqual(['waiting', 'reached']);
    const reached = live.find(
      one => waitedFor('job-running', one.live).state === 'reached',
    )!;
    expect(startOf(reached.kept)?.at).not.toBe(startOf(jobs[0].kept)?.at);
  });

  it('is told as it was, without the word of Flink itself', () => {
    const start = startOf(last.kept)!;
    const before = jobs.flatMap(({ kept }) => startOf(kept) ?? [])[0];
    const why = whyOf(name, start, before) ?? (truth.why as StartReason);
    expect(why).toBe(truth.why);
    expect(startedFrom(start, why).from).toBe(truth.tookUp?.from);
  });

  it('shows no snapshot that is none', () => {
    for (const { kept } of jobs) {
      const paths = snapshotsOf({ deployment: kept, snapshots: [] });
      expect(paths.map(({ path: at }) => at)).not.toContain(
        'KUBERNETES_OPERATOR_LAST_STATE',
      );
    }
  });
});

it('a first start, recorded of the real operator, takes up nothing', () => {
  const { jobs, truth } = recording('savepoint_install');
  const start = startOf(jobs.at(-1)!.kept)!;
  expect(startReason(start, undefined)).toBe('first');
  expect(startedFrom(start, 'first').from).toBe(truth.tookUp?.from);
  expect(
    words(
      'job-running',
      jobs.map(({ live }) => live),
    ),
  ).toEqual(['waiting', 'reached']);
});

describe.each(FORETOLD)('%s, before it', name => {
  const { jobs, truth } = recording(name);
  const { from: kind, path: at } = truth.tookUp!;

  it.each([
    ['read live', jobs[0].live],
    ['kept by the portal', asWritten(jobs[0].kept)],
  ])('starts from what it took up then, %s', (_, job) => {
    const said = nextStart(job);
    expect(said.kind).toBe(kind);
    expect([undefined, at]).toContain(said.path);
  });
});

describe.each([
  ['savepoint_suspend', 'READY'],
  ['last-state_suspend', 'MISSING'],
  ['failed_suspend', 'READY'],
  ['looping_suspend', 'MISSING'],
  ['session_suspend', undefined],
  ['session_last-state-suspend', undefined],
])('%s, recorded of the real operator', (name, jobManager) => {
  const { jobs, truth } = recording(name);

  it('is waited for, and leaves or removes the JobManager', () => {
    const live = changed(jobs).map(one => one.live);
    expect(words('job-suspended', live)).toEqual(['waiting', 'reached']);
    expect(live.at(-1)?.status?.jobManagerDeploymentStatus).toBe(jobManager);
  });

  it('says what it goes on with', () => {
    expect(nextStart(jobs.at(-1)!.live)).toEqual(truth.next);
  });
});

describe.each([
  ['savepoint_take-canonical', 'reached'],
  ['savepoint_take-native', 'reached'],
  ['session_take', 'reached'],
  ['unwritable_take', 'failed'],
  ['unwritable_restore', 'failed'],
])('%s, recorded of the real operator', (name, end) => {
  const { jobs, snapshots, truth } = recording(name);

  it('is waited for until its end', () => {
    expect(words('savepoint-completed', snapshots)).toEqual(['waiting', end]);
  });

  it('is listed as it ended', () => {
    const { name: called, state, path: at, failures } = truth.taken!;
    expect(snapshotView(snapshots.at(-1)!)).toMatchObject({
      ...{ name: called, state, failures },
      ...(at && { path: at }),
    });
  });

  it('is tried again where it fails, three times', () => {
    const tries = snapshots.flatMap(({ status }) =>
      status?.state === 'TRIGGER_PENDING' ? [status.failures] : [],
    );
    expect([...new Set(tries)]).toEqual(end === 'failed' ? [1, 2, 3] : []);
  });

  it('leaves the job alone', () => {
    expect(changed(jobs)).toEqual([]);
  });
});

describe.each([
  ['unwritable_suspend', 'job-suspended'],
  ['unwritable_restart', 'job-running'],
] as const)('%s, recorded of the real operator', (name, until) => {
  const live = changed(recording(name).jobs).map(one => one.live);

  it('says why the change does not get on', () => {
    const stuck = live.filter(({ status }) => status?.error);
    expect(waitedFor(until, stuck[0])).toEqual({
      state: 'waiting',
      sentence:
        'The Flink operator tries it again and again, and cannot: Savepoint Error: An Exception occurred while triggering the checkpoint. IO-problem detected.',
    });
    expect(stuck[0].status?.jobStatus?.state).toBe('RUNNING');
  });

  it('is waited for until it got on', () => {
    expect(words(until, live)).toEqual(['waiting', 'reached']);
  });
});
