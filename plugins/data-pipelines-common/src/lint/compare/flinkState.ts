import { Finding, refused, warning } from './change';
import { programFindings } from './flinkProgram';
import { FlinkSpec, keepsState, setting } from './flinkSpec';
import { takesSavepointForVersion } from './flinkVersionChange';
import { compareVersions, numbersOf } from './version';

const START_NEW =
  'start a second job with it from nothing and let it catch up, then remove this one';

/** What a change does to the state that a job carries over. */
export function stateFindings(before: FlinkSpec, after: FlinkSpec): Finding[] {
  if (!keepsState(before) || !after.job) return [];
  return [
    ...upgradeMode(before, after),
    ...(keepsState(after)
      ? [
          ...maxParallelism(before, after),
          ...backend(before, after),
          ...version(before, after),
          ...programFindings(before, after),
          ...directories(before, after),
          ...dropped(before, after),
        ]
      : []),
  ];
}

function upgradeMode({ job: before }: FlinkSpec, after: FlinkSpec): Finding[] {
  return keepsState(after)
    ? []
    : [
        warning(
          'spec.job.upgradeMode',
          `${before?.upgradeMode} becomes stateless: each restart from then on starts the job empty`,
          `Keep ${before?.upgradeMode}, or take a savepoint first.`,
        ),
      ];
}

/** Without one of its own a job takes the number that its state has. */
function maxParallelism(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const key = 'pipeline.max-parallelism';
  const to = setting(after, key);
  const from = setting(before, key) ?? chosenByFlink(before);
  return to === undefined || to === from
    ? []
    : [
        refused(
          `spec.flinkConfiguration.${key}`,
          `the maximum parallelism ${from} cannot become ${to}: the state is divided by it, and the job would not start from it`,
          `Keep ${from}, or ${START_NEW}.`,
        ),
      ];
}

/** Half as much again as the parallelism, as a power of two; 128 at least. */
function chosenByFlink({ job }: FlinkSpec): string {
  const parallelism = job?.parallelism ?? 1;
  const enough = parallelism + Math.floor(parallelism / 2);
  const power = 2 ** Math.ceil(Math.log2(enough));
  return `${Math.min(Math.max(power, 128), 32768)}`;
}

function backend(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const keys = ['state.backend.type', 'state.backend'];
  const [from, to] = [setting(before, ...keys), setting(after, ...keys)];
  if (from === to) return [];
  const path = 'spec.flinkConfiguration.state.backend.type';
  const change = `the state backend ${from ?? 'hashmap'} becomes ${
    to ?? 'hashmap'
  }`;
  const canonical =
    (setting(before, 'kubernetes.operator.savepoint.format.type') ??
      'CANONICAL') === 'CANONICAL';
  return after.job?.upgradeMode === 'savepoint' && canonical
    ? [
        warning(
          path,
          `${change}, which only a canonical savepoint survives`,
          'Apply it while the job runs well: an unhealthy one is upgraded from its last checkpoint instead.',
        ),
      ]
    : [
        refused(
          path,
          `${change}, and the job would not start from its last state`,
          'Set upgradeMode: savepoint and savepoints of type CANONICAL for this upgrade.',
        ),
      ];
}

function version(before: FlinkSpec, after: FlinkSpec): Finding[] {
  const [from, to] = [before.flinkVersion ?? '', after.flinkVersion ?? ''];
  const order = compareVersions(to, from);
  if (from === '' || to === '' || order === 0) return [];
  const path = 'spec.flinkVersion';
  if (order < 0) {
    return [
      refused(
        path,
        `${from} cannot become ${to}: an older Flink does not read the state of a newer one`,
        `Keep ${from}, or start from a savepoint that ${to} has made.`,
      ),
    ];
  }
  if (numbersOf(from)[0] !== numbersOf(to)[0]) {
    return [
      warning(
        path,
        `${from} becomes ${to}: Flink does not promise that another major version reads the state`,
        'Try it on a copy of the job, started from a savepoint of this one.',
      ),
    ];
  }
  if (after.job?.upgradeMode !== 'last-state') return [];
  if (before.job?.state === 'suspended') {
    return [
      warning(
        path,
        `${from} becomes ${to}: of a job that is suspended with its last state the operator refuses another version of Flink`,
        `Resume it with ${from} first.`,
      ),
    ];
  }
  return [
    takesSavepointForVersion(before, after)
      ? warning(
          path,
          `${from} becomes ${to} with upgradeMode last-state: the operator takes a savepoint for it, but of a job that does not run then the last checkpoint`,
          'Apply it while the job runs well.',
        )
      : warning(
          path,
          `${from} becomes ${to} with upgradeMode last-state and no folder for savepoints: the job is cancelled and starts from its last checkpoint`,
          'Set execution.checkpointing.savepoint-dir first, so that the operator takes a savepoint.',
        ),
  ];
}

const DIRECTORIES = [
  {
    what: 'checkpoints',
    keys: ['execution.checkpointing.dir', 'state.checkpoints.dir'],
  },
  {
    what: 'savepoints',
    keys: ['execution.checkpointing.savepoint-dir', 'state.savepoints.dir'],
  },
  { what: "the job's metadata", keys: ['high-availability.storageDir'] },
];

function directories(before: FlinkSpec, after: FlinkSpec): Finding[] {
  return DIRECTORIES.flatMap(({ what, keys }) => {
    const [from, to] = [setting(before, ...keys), setting(after, ...keys)];
    return from === undefined || from === to
      ? []
      : [
          warning(
            `spec.flinkConfiguration.${keys[0]}`,
            `${what} go to ${
              to ?? 'nowhere'
            } from then on; those at ${from} stay, and the next start needs the newest of them`,
            'Delete the old ones only after the job has checkpoints in the new place.',
          ),
        ];
  });
}

function dropped({ job: before }: FlinkSpec, { job: after }: FlinkSpec) {
  return after?.allowNonRestoredState && !before?.allowNonRestoredState
    ? [
        warning(
          'spec.job.allowNonRestoredState',
          'state of an operator that the new jar does not know is dropped without a word',
          'Set it for one upgrade only, and back to false with the next.',
        ),
      ]
    : [];
}
