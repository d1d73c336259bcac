import { LintRule } from '../lintRule';
import { rule as flinkCheckpointFailures } from './flink-checkpoint-failures/rule';
import { rule as flinkCheckpointInterval } from './flink-checkpoint-interval/rule';
import { rule as flinkCheckpointPause } from './flink-checkpoint-pause/rule';
import { rule as flinkCheckpointRetained } from './flink-checkpoint-retained/rule';
import { rule as flinkCheckpointTimeout } from './flink-checkpoint-timeout/rule';
import { rule as flinkDroppedState } from './flink-dropped-state/rule';
import { rule as flinkHighAvailability } from './flink-high-availability/rule';
import { rule as flinkIncrementalCheckpoints } from './flink-incremental-checkpoints/rule';
import { rule as flinkMaxParallelism } from './flink-max-parallelism/rule';
import { rule as flinkParallelismLimit } from './flink-parallelism-limit/rule';
import { rule as flinkParallelismPartitions } from './flink-parallelism-partitions/rule';
import { rule as flinkStateOwnFolder } from './flink-state-own-folder/rule';
import { rule as flinkStateStorage } from './flink-state-storage/rule';
import { rule as flinkTaskSlots } from './flink-task-slots/rule';
import { rule as flinkUpgradeMode } from './flink-upgrade-mode/rule';
import { rule as kafkaTopicMinInsync } from './kafka-topic-min-insync/rule';

/** Every rule; from the folders by: yarn rules */
export const RULES: readonly LintRule[] = [
  flinkCheckpointFailures,
  flinkCheckpointInterval,
  flinkCheckpointPause,
  flinkCheckpointRetained,
  flinkCheckpointTimeout,
  flinkDroppedState,
  flinkHighAvailability,
  flinkIncrementalCheckpoints,
  flinkMaxParallelism,
  flinkParallelismLimit,
  flinkParallelismPartitions,
  flinkStateOwnFolder,
  flinkStateStorage,
  flinkTaskSlots,
  flinkUpgradeMode,
  kafkaTopicMinInsync,
];
