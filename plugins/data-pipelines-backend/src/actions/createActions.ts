import {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ClusterAccess } from '@headworks/backstage-plugin-data-pipelines-node';
import { LiveReader } from '../drift/LiveReader';
import { readHistoryConfig } from '../history/readHistoryConfig';
import { ActionRunner } from './ActionRunner';
import { ActionService } from './ActionService';
import { ActionStore } from './ActionStore';
import { PipelineActionService } from './PipelineActionService';
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
  /** Gets the ref of a pipeline of which an action has come on. */
  onProgress: (pipelineRef: string) => void;
}): Promise<{ ofOne: ActionService; ofPipelines: PipelineActionService }> {
  const { lifecycle, logger, onProgress, write } = deps;
  const reader = new LiveReader(deps);
  const store = await ActionStore.create(deps.database);
  const hands = { reader, write };
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
