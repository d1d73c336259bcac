import { flinkJobs, valueOf } from '../../kinds/flink';
import {
  longestTransaction,
  transactionsOf,
} from '../../kinds/flinkTransactions';
import { inWords } from '../../kinds/flinkUnits';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'flink-transaction-timeout',
  summary:
    'Transactions of an exactly-once job last longer than a checkpoint and no longer than the brokers allow.',
  why: 'Kafka refuses a transaction that asks for more time than it gives, and aborts one that is still open after its own: what was written in it is lost.',
  check: pipeline => {
    const limit = longestTransaction(pipeline);
    return flinkJobs(pipeline).flatMap(job => {
      const transactions = transactionsOf(job);
      if (!transactions) return [];
      const { timeout, interval } = transactions;
      if (timeout > interval && timeout <= limit) return [];
      return violation((job.jobManager ?? job).object, {
        path: job.operated ? 'spec.podTemplate' : 'spec.template',
        problem:
          timeout > limit
            ? `transactions ask for ${inWords(
                timeout,
              )}, but brokers give ${inWords(
                limit,
              )} at most (transaction.max.timeout.ms) and refuse them`
            : `transactions end after ${inWords(
                timeout,
              )}, but a checkpoint commits them every ${inWords(
                interval,
              )}: Kafka aborts each before`,
        remedy: `Set transactions.timeout above ${inWords(
          interval,
        )} and to at most ${inWords(limit)}.`,
        value: valueOf(job, 'transactions.timeout'),
      });
    });
  },
};
