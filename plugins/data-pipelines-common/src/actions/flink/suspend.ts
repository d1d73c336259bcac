import { setting } from '../../lint/compare/flinkSpec';
import { transactionTimeout } from '../../lint/kinds/flinkTransactions';
import { inWords } from '../../lint/kinds/flinkUnits';
import { ActionPlan, ActionTrap, refusedPlan } from '../plan';
import { Suspend } from './FlinkAction';
import { FlinkMoment } from './FlinkMoment';
import {
  isOver,
  isRunning,
  isSuspended,
  JobAsIs,
  LiveFlinkJob,
  upgradeModeOf,
} from './LiveFlinkJob';
import { patchOf, targetOf } from '../target';

/** Stops the job and keeps its state. */
export function planSuspend(
  moment: FlinkMoment,
  { drain }: Suspend = { action: 'suspend' },
): ActionPlan {
  const { job } = moment;
  const target = targetOf(moment);
  if (drain) {
    return refusedPlan(
      target,
      'The Flink operator drains a job only when its resource is deleted.',
      'Set savepointOnDelete and drainOnDelete in its values, then take the job out of them; or suspend it without draining.',
    );
  }
  if (isSuspended(job)) {
    return refusedPlan(target, 'It is suspended already.', 'Resume it.');
  }
  if (job.status?.jobStatus?.state === 'FINISHED') {
    return refusedPlan(
      target,
      'It has finished; there is nothing to suspend.',
      'Restart it to run it again.',
    );
  }
  const mode = upgradeModeOf(job);
  if (mode === 'stateless') {
    return refusedPlan(
      target,
      'Its upgrade mode is stateless: when it stops, its state is lost.',
      'Set upgrade: savepoint in the values first.',
    );
  }
  const withSavepoint = mode === 'savepoint' && isRunning(job);
  return {
    target,
    effects: [
      stopOf(job, withSavepoint),
      `${podsAfter(
        job,
        withSavepoint,
      )}; nothing is read or written until it is resumed.`,
    ],
    steps: [
      patchOf(moment, { spec: { job: { state: 'suspended' } } }),
      { do: 'wait', target, until: 'job-suspended', minutes: 30 },
    ],
    cannotUndo: [],
    traps: withSavepoint
      ? []
      : [
          ...(mode === 'savepoint' ? [checkpointInstead(job)] : []),
          ...transactionsExpire(job),
        ],
  };
}

function stopOf(job: LiveFlinkJob, withSavepoint: boolean): string {
  if (withSavepoint) {
    return 'The operator takes a savepoint and stops the job with it.';
  }
  // Flink removes what high availability knew of a job that has ended.
  if (isOver(job))
    return 'The job has ended already; the operator keeps it so.';
  return job.kind === 'FlinkSessionJob'
    ? 'The operator cancels the job; its last checkpoint stays.'
    : 'The operator stops the job; its last checkpoint and the records of high availability stay.';
}

function podsAfter(job: LiveFlinkJob, withSavepoint: boolean): string {
  if (job.kind === 'FlinkSessionJob') return 'The pods of its session stay';
  return withSavepoint || isOver(job)
    ? `Its TaskManagers go; its JobManager stays for ${idleTime(
        job,
      )} with nothing to do`
    : 'Its pods go';
}

/**
 * How long the operator leaves the JobManager of a job that has ended by its own
 * doing, as one does with a savepoint; any other way it removes it at once.
 */
function idleTime({ spec }: JobAsIs): string {
  return (
    setting(spec, 'kubernetes.operator.jm-deployment.shutdown-ttl') ?? 'a day'
  );
}

/** The operator falls back without a word where it cannot take a savepoint. */
export function checkpointInstead(job: JobAsIs): ActionTrap {
  return {
    id: 'checkpoint-instead',
    weight: 'acknowledge',
    sentence:
      'It does not run now, so no savepoint is taken: it goes on from its last checkpoint, and what it did since then is done again.',
    remedy: isOver(job)
      ? 'There is none: it does not run again by itself.'
      : 'Wait until it runs.',
  };
}

/**
 * Only a stop with a savepoint waits until an exactly-once sink has committed
 * all. Transactions that stay open are ended by the brokers after their time
 * (Flink's Kafka connector, fault tolerance).
 */
function transactionsExpire({ spec }: JobAsIs): ActionTrap[] {
  const timeout = transactionTimeout([spec.podTemplate ?? {}]);
  if (!timeout) return [];
  const time = inWords(timeout);
  return [
    {
      id: 'transactions-expire',
      weight: 'acknowledge',
      sentence: `It writes to Kafka in transactions, and without a savepoint the last ones stay open: who reads committed records waits until the brokers end them after ${time}, and a job that is resumed later has lost what its last checkpoint had not committed yet.`,
      remedy: `Suspend it with a savepoint (upgrade: savepoint in the values, while it runs), or resume it within ${time}.`,
    },
  ];
}
