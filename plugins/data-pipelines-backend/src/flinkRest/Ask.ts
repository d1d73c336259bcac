import { Environment } from '@headworks/backstage-plugin-data-pipelines-common';
import { About, AnswerOf } from '../serviceProxy/Read';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { FlinkReads } from './flinkReads';

/** Whoever reads Flink for us. */
export type FlinkProxy = Pick<ServiceProxy<FlinkReads>, 'read'>;

/** Asks the Flink of one running job. */
export type Ask = <N extends keyof FlinkReads>(
  name: N,
  about?: Omit<About, 'job'>,
) => Promise<AnswerOf<FlinkReads, N>>;

/** What every view of a job's Flink has. */
export interface FlinkAnswer {
  environment: Environment;
  /** When Flink said so (ISO 8601). */
  at: string;
  /** Why nothing is known. */
  unanswered?: string;
}

/** One way to look at a job's Flink. */
export interface Look<V extends FlinkAnswer> {
  name: string;
  /** @throws NoAnswer */
  ask(ask: Ask, now: () => Date): Promise<Omit<V, 'environment' | 'at'>>;
  /** The view of which nothing is known. */
  nothing: Omit<V, 'environment' | 'at'>;
  /** Why nothing is known of a job that does not run. */
  notRunning: string;
}
