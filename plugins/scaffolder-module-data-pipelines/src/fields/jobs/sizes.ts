import {
  FLINK_SIZES,
  FLINK_STATES,
  FlinkJobForm,
  FlinkStateSize,
  flinkSizeMeaning,
  JobSize,
  SizeMeaning,
  SPARK_SIZES,
  SparkJobForm,
  sparkSizeMeaning,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { bytesWords, coresWords, counted } from '../../model/words';

/** An entry of a select. */
export interface Choice<Id extends string> {
  id: Id;
  label: string;
  description: string;
}

/** What each size would mean for this Flink job. */
export function flinkSizes(job: FlinkJobForm): Choice<JobSize>[] {
  return keysOf(FLINK_SIZES).map(size => ({
    id: size,
    label: size,
    description: flinkWords({ ...job, size }),
  }));
}

/** What each size would mean for this Spark job. */
export function sparkSizes(job: SparkJobForm): Choice<JobSize>[] {
  return keysOf(SPARK_SIZES).map(size => ({
    id: size,
    label: size,
    description: sparkWords({ ...job, size }),
  }));
}

/** What each amount of state would mean for this Flink job. */
export function flinkStates(job: FlinkJobForm): Choice<FlinkStateSize>[] {
  return keysOf(FLINK_STATES).map(state => {
    const { state: room } = flinkSizeMeaning({ ...job, state });
    return {
      id: state,
      label: state[0].toLocaleUpperCase('en-US') + state.slice(1),
      description: [
        FLINK_STATES[state].description,
        ...(room ? [`up to ${bytesWords(room)}`] : []),
      ].join('; '),
    };
  });
}

/** `2 TaskManagers with 4 slots; 3 pods, 4.5 cores, 9.5 GiB`. */
export function flinkWords(
  job: Pick<FlinkJobForm, 'size' | 'state' | 'parallelism'>,
): string {
  return words(flinkSizeMeaning(job), 'TaskManager', 'slot');
}

/** `3 executors with 6 cores for tasks; 4 pods, 7 cores, 16.4 GiB`. */
export function sparkWords(job: Pick<SparkJobForm, 'size' | 'main'>): string {
  return words(sparkSizeMeaning(job), 'executor', 'task slot');
}

function words(meaning: SizeMeaning, worker: string, slot: string) {
  const { pods, workers, slots, cpu, memory } = meaning;
  return (
    `${counted(workers, worker)} with ${counted(slots, slot)}; ` +
    `${counted(pods, 'pod')}, ${coresWords(cpu)}, ${bytesWords(memory)}`
  );
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>) {
  return Object.keys(record) as Key[];
}
