import { flinkJobs, valueOf } from '../../kinds/flink';
import { TIMEOUT } from '../../kinds/flinkKeys';
import { transactionsOf } from '../../kinds/flinkTransactions';
import { durationOf, inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

const CHECKPOINT_DEFAULT = 10 * 60_000;
const BACKOFF = 'restart-strategy.exponential-delay.max-backoff';

export const rule: LintRule = {
  id: 'flink-transaction-recovery',
  summary:
    'Transactions stay open through the slowest checkpoint and a restart after it.',
  why: 'A checkpoint that takes its full time, or a restart in between, leaves a transaction open that Kafka aborts meanwhile: the job then believes it committed, and the records are lost.',
  check: pipeline =>
    flinkJobs(pipeline).flatMap(job => {
      const transactions = transactionsOf(job);
      if (!transactions) return [];
      const { timeout, interval } = transactions;
      const slowest =
        durationOf(job.settings.get(TIMEOUT)) ?? CHECKPOINT_DEFAULT;
      const backoff = durationOf(job.settings.get(BACKOFF)) ?? 0;
      const needed = interval + slowest + backoff;
      if (timeout >= needed || timeout <= interval) return [];
      return violation((job.jobManager ?? job).object, {
        path: job.operated ? 'spec.podTemplate' : 'spec.template',
        problem: `transactions end after ${inWords(
          timeout,
        )}, but one may stay open for ${inWords(needed)}: ${inWords(
          interval,
        )} between checkpoints, ${inWords(
          slowest,
        )} for the slowest, and ${inWords(backoff)} until a restart`,
        remedy: `Set transactions.timeout to ${inWords(
          needed,
        )} or more, as far as the brokers allow, or shorten checkpoints.timeout.`,
        value: valueOf(job, 'transactions.timeout'),
      });
    }),
};
