import { LintRule } from '../lintRule';
import { rule as acceptanceNeedsReason } from './acceptance-needs-reason/rule';
import { rule as acceptanceUnused } from './acceptance-unused/rule';
import { rule as containerCapabilities } from './container-capabilities/rule';
import { rule as containerPrivilegeEscalation } from './container-privilege-escalation/rule';
import { rule as containerPrivileged } from './container-privileged/rule';
import { rule as containerResources } from './container-resources/rule';
import { rule as disruptionBudgetBlocks } from './disruption-budget-blocks/rule';
import { rule as disruptionBudgetMissing } from './disruption-budget-missing/rule';
import { rule as duplicateNames } from './duplicate-names/rule';
import { rule as duplicateObject } from './duplicate-object/rule';
import { rule as externalSecretRefresh } from './external-secret-refresh/rule';
import { rule as flinkCheckpointFailures } from './flink-checkpoint-failures/rule';
import { rule as flinkCheckpointInterval } from './flink-checkpoint-interval/rule';
import { rule as flinkCheckpointPause } from './flink-checkpoint-pause/rule';
import { rule as flinkCheckpointRetained } from './flink-checkpoint-retained/rule';
import { rule as flinkCheckpointTimeout } from './flink-checkpoint-timeout/rule';
import { rule as flinkDroppedState } from './flink-dropped-state/rule';
import { rule as flinkFilesystemPlugin } from './flink-filesystem-plugin/rule';
import { rule as flinkHealthCheck } from './flink-health-check/rule';
import { rule as flinkHighAvailability } from './flink-high-availability/rule';
import { rule as flinkImageVersion } from './flink-image-version/rule';
import { rule as flinkIncrementalCheckpoints } from './flink-incremental-checkpoints/rule';
import { rule as flinkIngress } from './flink-ingress/rule';
import { rule as flinkJobmanagerMemory } from './flink-jobmanager-memory/rule';
import { rule as flinkLocalDisk } from './flink-local-disk/rule';
import { rule as flinkMainContainer } from './flink-main-container/rule';
import { rule as flinkMaxParallelism } from './flink-max-parallelism/rule';
import { rule as flinkMetrics } from './flink-metrics/rule';
import { rule as flinkParallelismLimit } from './flink-parallelism-limit/rule';
import { rule as flinkParallelismPartitions } from './flink-parallelism-partitions/rule';
import { rule as flinkRefusedSettings } from './flink-refused-settings/rule';
import { rule as flinkRestExposed } from './flink-rest-exposed/rule';
import { rule as flinkRestReachable } from './flink-rest-reachable/rule';
import { rule as flinkRestartStrategy } from './flink-restart-strategy/rule';
import { rule as flinkRollback } from './flink-rollback/rule';
import { rule as flinkSavepointOnDelete } from './flink-savepoint-on-delete/rule';
import { rule as flinkSavepointRetention } from './flink-savepoint-retention/rule';
import { rule as flinkServiceAccount } from './flink-service-account/rule';
import { rule as flinkSessionState } from './flink-session-state/rule';
import { rule as flinkSettingNames } from './flink-setting-names/rule';
import { rule as flinkSlotMemory } from './flink-slot-memory/rule';
import { rule as flinkStartFrom } from './flink-start-from/rule';
import { rule as flinkStateOwnFolder } from './flink-state-own-folder/rule';
import { rule as flinkStateStorage } from './flink-state-storage/rule';
import { rule as flinkSuspended } from './flink-suspended/rule';
import { rule as flinkTaskSlots } from './flink-task-slots/rule';
import { rule as flinkTaskmanagerMemory } from './flink-taskmanager-memory/rule';
import { rule as flinkTemplateMerge } from './flink-template-merge/rule';
import { rule as flinkTransactionRecovery } from './flink-transaction-recovery/rule';
import { rule as flinkTransactionTimeout } from './flink-transaction-timeout/rule';
import { rule as flinkTransactionalIds } from './flink-transactional-ids/rule';
import { rule as flinkTwoAutoscalers } from './flink-two-autoscalers/rule';
import { rule as flinkUpgradeMode } from './flink-upgrade-mode/rule';
import { rule as flinkVersion } from './flink-version/rule';
import { rule as flinkVersionAge } from './flink-version-age/rule';
import { rule as imageDigest } from './image-digest/rule';
import { rule as imageLatest } from './image-latest/rule';
import { rule as ingressTls } from './ingress-tls/rule';
import { rule as kafkaAclMissing } from './kafka-acl-missing/rule';
import { rule as kafkaAclWide } from './kafka-acl-wide/rule';
import { rule as kafkaAuthorization } from './kafka-authorization/rule';
import { rule as kafkaAutoCreateTopics } from './kafka-auto-create-topics/rule';
import { rule as kafkaClientTls } from './kafka-client-tls/rule';
import { rule as kafkaClusterApart } from './kafka-cluster-apart/rule';
import { rule as kafkaControllerQuorum } from './kafka-controller-quorum/rule';
import { rule as kafkaControllersApart } from './kafka-controllers-apart/rule';
import { rule as kafkaCpuLimit } from './kafka-cpu-limit/rule';
import { rule as kafkaDisruptionBudget } from './kafka-disruption-budget/rule';
import { rule as kafkaGracePeriod } from './kafka-grace-period/rule';
import { rule as kafkaGroupShared } from './kafka-group-shared/rule';
import { rule as kafkaHeap } from './kafka-heap/rule';
import { rule as kafkaInternalTopicCopies } from './kafka-internal-topic-copies/rule';
import { rule as kafkaListenerAuthentication } from './kafka-listener-authentication/rule';
import { rule as kafkaListenerMismatch } from './kafka-listener-mismatch/rule';
import { rule as kafkaListenerPeers } from './kafka-listener-peers/rule';
import { rule as kafkaListenerTls } from './kafka-listener-tls/rule';
import { rule as kafkaMaintenanceWindows } from './kafka-maintenance-windows/rule';
import { rule as kafkaMetadataPinned } from './kafka-metadata-pinned/rule';
import { rule as kafkaMetadataVersion } from './kafka-metadata-version/rule';
import { rule as kafkaMetadataVolume } from './kafka-metadata-volume/rule';
import { rule as kafkaMetrics } from './kafka-metrics/rule';
import { rule as kafkaMinInsync } from './kafka-min-insync/rule';
import { rule as kafkaQuotas } from './kafka-quotas/rule';
import { rule as kafkaRackAwareness } from './kafka-rack-awareness/rule';
import { rule as kafkaRebalance } from './kafka-rebalance/rule';
import { rule as kafkaStorageDeleteClaim } from './kafka-storage-delete-claim/rule';
import { rule as kafkaStorageEphemeral } from './kafka-storage-ephemeral/rule';
import { rule as kafkaTopicCopies } from './kafka-topic-copies/rule';
import { rule as kafkaTopicFinalizers } from './kafka-topic-finalizers/rule';
import { rule as kafkaTopicMinInsync } from './kafka-topic-min-insync/rule';
import { rule as kafkaTopicRetention } from './kafka-topic-retention/rule';
import { rule as kafkaTopicTooManyCopies } from './kafka-topic-too-many-copies/rule';
import { rule as kafkaUncleanElection } from './kafka-unclean-election/rule';
import { rule as kafkaUserPerJob } from './kafka-user-per-job/rule';
import { rule as kafkaVersion } from './kafka-version/rule';
import { rule as monitoringOff } from './monitoring-off/rule';
import { rule as nameLength } from './name-length/rule';
import { rule as networkPolicyApiServer } from './network-policy-api-server/rule';
import { rule as networkPolicyDns } from './network-policy-dns/rule';
import { rule as networkPolicyKafka } from './network-policy-kafka/rule';
import { rule as networkPolicyMissing } from './network-policy-missing/rule';
import { rule as networkPolicyOpen } from './network-policy-open/rule';
import { rule as pipelineLabels } from './pipeline-labels/rule';
import { rule as podDefaultServiceAccount } from './pod-default-service-account/rule';
import { rule as podEphemeralStorage } from './pod-ephemeral-storage/rule';
import { rule as podHostNamespace } from './pod-host-namespace/rule';
import { rule as podHostPath } from './pod-host-path/rule';
import { rule as podPriority } from './pod-priority/rule';
import { rule as podRunAsRoot } from './pod-run-as-root/rule';
import { rule as podSeccomp } from './pod-seccomp/rule';
import { rule as podSpread } from './pod-spread/rule';
import { rule as profileEnvironment } from './profile-environment/rule';
import { rule as roleWildcard } from './role-wildcard/rule';
import { rule as secretInPlainText } from './secret-in-plain-text/rule';
import { rule as secretRendered } from './secret-rendered/rule';
import { rule as serviceExposed } from './service-exposed/rule';
import { rule as sparkBatchOffsets } from './spark-batch-offsets/rule';
import { rule as sparkBatchRetries } from './spark-batch-retries/rule';
import { rule as sparkCheckpointLocation } from './spark-checkpoint-location/rule';
import { rule as sparkCheckpointOwnFolder } from './spark-checkpoint-own-folder/rule';
import { rule as sparkCoreLimit } from './spark-core-limit/rule';
import { rule as sparkDecommissionGrace } from './spark-decommission-grace/rule';
import { rule as sparkDeniedProperties } from './spark-denied-properties/rule';
import { rule as sparkDeployMode } from './spark-deploy-mode/rule';
import { rule as sparkDriverDisruption } from './spark-driver-disruption/rule';
import { rule as sparkDynamicAllocationBounds } from './spark-dynamic-allocation-bounds/rule';
import { rule as sparkDynamicAllocationLimit } from './spark-dynamic-allocation-limit/rule';
import { rule as sparkEventLog } from './spark-event-log/rule';
import { rule as sparkEventLogRolling } from './spark-event-log-rolling/rule';
import { rule as sparkExecutorToken } from './spark-executor-token/rule';
import { rule as sparkExecutors } from './spark-executors/rule';
import { rule as sparkJmxExporter } from './spark-jmx-exporter/rule';
import { rule as sparkMainContainer } from './spark-main-container/rule';
import { rule as sparkMemoryMinimum } from './spark-memory-minimum/rule';
import { rule as sparkMemoryOverhead } from './spark-memory-overhead/rule';
import { rule as sparkMetrics } from './spark-metrics/rule';
import { rule as sparkRestartPolicy } from './spark-restart-policy/rule';
import { rule as sparkS3Committer } from './spark-s3-committer/rule';
import { rule as sparkScheduleConcurrency } from './spark-schedule-concurrency/rule';
import { rule as sparkScheduleDaylight } from './spark-schedule-daylight/rule';
import { rule as sparkScheduleFrequency } from './spark-schedule-frequency/rule';
import { rule as sparkScheduleHistory } from './spark-schedule-history/rule';
import { rule as sparkScheduleTimeZone } from './spark-schedule-time-zone/rule';
import { rule as sparkServiceAccount } from './spark-service-account/rule';
import { rule as sparkShuffleData } from './spark-shuffle-data/rule';
import { rule as sparkSpotDriver } from './spark-spot-driver/rule';
import { rule as sparkSpotExecutors } from './spark-spot-executors/rule';
import { rule as sparkStreamingAllocation } from './spark-streaming-allocation/rule';
import { rule as sparkSuspended } from './spark-suspended/rule';
import { rule as sparkTaskCores } from './spark-task-cores/rule';
import { rule as sparkTimeLimit } from './spark-time-limit/rule';
import { rule as sparkTimeToLive } from './spark-time-to-live/rule';
import { rule as sparkVersionImage } from './spark-version-image/rule';
import { rule as storageFile } from './storage-file/rule';
import { rule as topicCycle } from './topic-cycle/rule';
import { rule as topicExternalWritten } from './topic-external-written/rule';
import { rule as topicUnused } from './topic-unused/rule';
import { rule as volatileValues } from './volatile-values/rule';

/** Every rule; from the folders by: yarn rules */
export const RULES: readonly LintRule[] = [
  acceptanceNeedsReason,
  acceptanceUnused,
  containerCapabilities,
  containerPrivilegeEscalation,
  containerPrivileged,
  containerResources,
  disruptionBudgetBlocks,
  disruptionBudgetMissing,
  duplicateNames,
  duplicateObject,
  externalSecretRefresh,
  flinkCheckpointFailures,
  flinkCheckpointInterval,
  flinkCheckpointPause,
  flinkCheckpointRetained,
  flinkCheckpointTimeout,
  flinkDroppedState,
  flinkFilesystemPlugin,
  flinkHealthCheck,
  flinkHighAvailability,
  flinkImageVersion,
  flinkIncrementalCheckpoints,
  flinkIngress,
  flinkJobmanagerMemory,
  flinkLocalDisk,
  flinkMainContainer,
  flinkMaxParallelism,
  flinkMetrics,
  flinkParallelismLimit,
  flinkParallelismPartitions,
  flinkRefusedSettings,
  flinkRestExposed,
  flinkRestReachable,
  flinkRestartStrategy,
  flinkRollback,
  flinkSavepointOnDelete,
  flinkSavepointRetention,
  flinkServiceAccount,
  flinkSessionState,
  flinkSettingNames,
  flinkSlotMemory,
  flinkStartFrom,
  flinkStateOwnFolder,
  flinkStateStorage,
  flinkSuspended,
  flinkTaskSlots,
  flinkTaskmanagerMemory,
  flinkTemplateMerge,
  flinkTransactionRecovery,
  flinkTransactionTimeout,
  flinkTransactionalIds,
  flinkTwoAutoscalers,
  flinkUpgradeMode,
  flinkVersion,
  flinkVersionAge,
  imageDigest,
  imageLatest,
  ingressTls,
  kafkaAclMissing,
  kafkaAclWide,
  kafkaAuthorization,
  kafkaAutoCreateTopics,
  kafkaClientTls,
  kafkaClusterApart,
  kafkaControllerQuorum,
  kafkaControllersApart,
  kafkaCpuLimit,
  kafkaDisruptionBudget,
  kafkaGracePeriod,
  kafkaGroupShared,
  kafkaHeap,
  kafkaInternalTopicCopies,
  kafkaListenerAuthentication,
  kafkaListenerMismatch,
  kafkaListenerPeers,
  kafkaListenerTls,
  kafkaMaintenanceWindows,
  kafkaMetadataPinned,
  kafkaMetadataVersion,
  kafkaMetadataVolume,
  kafkaMetrics,
  kafkaMinInsync,
  kafkaQuotas,
  kafkaRackAwareness,
  kafkaRebalance,
  kafkaStorageDeleteClaim,
  kafkaStorageEphemeral,
  kafkaTopicCopies,
  kafkaTopicFinalizers,
  kafkaTopicMinInsync,
  kafkaTopicRetention,
  kafkaTopicTooManyCopies,
  kafkaUncleanElection,
  kafkaUserPerJob,
  kafkaVersion,
  monitoringOff,
  nameLength,
  networkPolicyApiServer,
  networkPolicyDns,
  networkPolicyKafka,
  networkPolicyMissing,
  networkPolicyOpen,
  pipelineLabels,
  podDefaultServiceAccount,
  podEphemeralStorage,
  podHostNamespace,
  podHostPath,
  podPriority,
  podRunAsRoot,
  podSeccomp,
  podSpread,
  profileEnvironment,
  roleWildcard,
  secretInPlainText,
  secretRendered,
  serviceExposed,
  sparkBatchOffsets,
  sparkBatchRetries,
  sparkCheckpointLocation,
  sparkCheckpointOwnFolder,
  sparkCoreLimit,
  sparkDecommissionGrace,
  sparkDeniedProperties,
  sparkDeployMode,
  sparkDriverDisruption,
  sparkDynamicAllocationBounds,
  sparkDynamicAllocationLimit,
  sparkEventLog,
  sparkEventLogRolling,
  sparkExecutorToken,
  sparkExecutors,
  sparkJmxExporter,
  sparkMainContainer,
  sparkMemoryMinimum,
  sparkMemoryOverhead,
  sparkMetrics,
  sparkRestartPolicy,
  sparkS3Committer,
  sparkScheduleConcurrency,
  sparkScheduleDaylight,
  sparkScheduleFrequency,
  sparkScheduleHistory,
  sparkScheduleTimeZone,
  sparkServiceAccount,
  sparkShuffleData,
  sparkSpotDriver,
  sparkSpotExecutors,
  sparkStreamingAllocation,
  sparkSuspended,
  sparkTaskCores,
  sparkTimeLimit,
  sparkTimeToLive,
  sparkVersionImage,
  storageFile,
  topicCycle,
  topicExternalWritten,
  topicUnused,
  volatileValues,
];
