import {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { LiveReader } from '../drift/LiveReader';
import { FLINK_READS } from '../flinkRest/flinkReads';
import { PlacedFact } from '../history/facts/Fact';
import { readHistoryConfig } from '../history/readHistoryConfig';
import { ServiceProxy } from '../serviceProxy/ServiceProxy';
import { ActionRunner } from './ActionRunner';
import { ActionService } from './ActionService';
import { ActionStore } from './ActionStore';
import { Hands } from './doStep';
import { PipelineActionService } from './PipelineActionService';
import { savepointFact } from './savepointFact';
import { WriteAccess } from './WriteAccess';

/** Begins to carry out actions, those of before the portal's start first. */
export async function createActions(deps: {
  access: ClusterAccess;
  config: RootConfigService;
  database: DatabaseService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
  write: WriteAccess;
  /** Keeps what the history should know. */
  record: (facts: readonly PlacedFact[]) => void;
  /** Gets the ref of a pipeline of which an action has come on. */
  onProgress: (pipelineRef: string) => void;
}): Promise<{ ofOne: ActionService; ofPipelines: PipelineActionService }> {
  const { lifecycle, logger, onProgress, write } = deps;
  const reader = new LiveReader(deps);
  const store = await ActionStore.create(deps.database);
  const hands: Hands = {
    reader,
    write,
    flink: new ServiceProxy({ access: deps.access, reads: FLINK_READS }),
    onSavepoint: (...of) => deps.record([savepointFact(...of)]),
  };
  const runner = new ActionRunner({ store, hands, logger, onProgress });
  const { retention } = readHistoryConfig(deps.config).limits;
  await deps.scheduler.scheduleTask({
    id: 'actions-clean',
    frequency: { hours: 1 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 5 },
    fn: async () => {
      await store.clean(new Date(Date.now() - retention));
    },
  });
  lifecycle.addStartupHook(() => runner.start());
  lifecycle.addShutdownHook(() => runner.stop());
  const tools = { reader, write, store, runner };
  return {
    ofOne: new ActionService(tools),
    ofPipelines: new PipelineActionService(tools),
  };
}
