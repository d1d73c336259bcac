import {
  DatabaseService,
  LifecycleService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Collector } from '../collector/Collector';
import { DeclaredPipelines } from '../declared/DeclaredPipelines';
import { FlinkPoll } from '../flinkRest/FlinkPoll';
import { DatabaseHistoryStore } from './database/DatabaseHistoryStore';
import { Fleet } from '../fleet/Fleet';
import { offerHistoryMetrics } from './historyMetrics';
import { HistoryStore } from './HistoryStore';
import { readHistoryConfig } from './readHistoryConfig';
import { StartBook } from '../starts/StartBook';
import { DeclaredClaims } from './recorder/DeclaredClaims';
import { HealthSweep } from './recorder/HealthSweep';
import { HistoryRecorder } from './recorder/HistoryRecorder';
import { repeat } from './recorder/repeat';
import { HistoryWriter } from './writer/HistoryWriter';

const LOOK_AT_CATALOG = 1_000;
const LOOK_FOR_CLUSTERS = 500;
const LOOK_FOR_STARTS = 2_000;
const SWEEP = 60_000;
const TOUCH_EVERY = 24 * 60 * 60_000;

/** Begins to keep the history, from the portal's start to its end. */
export async function createHistory(deps: {
  collector: Collector;
  config: RootConfigService;
  database: DatabaseService;
  declared: DeclaredPipelines;
  fleet: Fleet;
  flink: Pick<FlinkPoll, 'subscribe'>;
  lifecycle: LifecycleService;
  logger: LoggerService;
  scheduler: SchedulerService;
  metrics: MetricsService;
  starts: StartBook;
}): Promise<{ store: HistoryStore; writer: HistoryWriter }> {
  const { collector, fleet, lifecycle, logger, scheduler } = deps;
  const { limits, bufferedFacts } = readHistoryConfig(deps.config);
  const store = await DatabaseHistoryStore.create(deps.database);
  await deps.starts.open(store);
  const generations = await store.knownGenerations();
  const writer = new HistoryWriter({ store, logger, most: bufferedFacts });
  offerHistoryMetrics({
    metrics: deps.metrics,
    writer: () => writer.view(),
  });
  const claims = new DeclaredClaims(() => deps.declared.all());
  let isClaimed = false;
  deps.declared.subscribe(() => {
    isClaimed = false;
  });
  const source = (cluster: string) => collector.source(cluster);
  const recorder = new HistoryRecorder({
    claims,
    source,
    record: facts => writer.add(facts),
    generations,
  });
  const sweep = new HealthSweep(store);
  fleet.remember([...(await store.knownStates()).values()]);
  fleet.subscribeHealth(changes => {
    recorder.healthChanged(changes);
    sweep.healthChanged(changes);
  });

  const known = new Set<string>();
  const catchUpWithNew = async () => {
    for (const cluster of collector.names()) {
      const isLive = collector.state(cluster)?.status === 'live';
      if (!isLive || known.has(cluster)) continue;
      known.add(cluster);
      await recorder.catchUp(cluster);
    }
  };
  collector.subscribe(changes => recorder.objectsChanged(changes));
  deps.flink.subscribe(changes => {
    for (const change of changes) recorder.statsChanged(change);
  });

  let touched = Date.now();
  const signal = new AbortController();
  lifecycle.addStartupHook(() => {
    repeat(signal.signal, LOOK_AT_CATALOG, async () => {
      if (isClaimed) return;
      isClaimed = true;
      claims.refresh();
      for (const cluster of collector.names()) await recorder.catchUp(cluster);
    });
    repeat(signal.signal, LOOK_FOR_CLUSTERS, catchUpWithNew);
    repeat(signal.signal, LOOK_FOR_STARTS, () => deps.starts.refresh());
    repeat(signal.signal, SWEEP, async () => {
      writer.add(await sweep.compare(new Date()));
      if (Date.now() - touched < TOUCH_EVERY) return;
      await store.touch(
        { states: sweep.ids(), specs: recorder.specIds() },
        new Date(),
      );
      touched = Date.now();
    });
  });
  lifecycle.addShutdownHook(async () => {
    signal.abort();
    await writer.stop();
  });
  await scheduler.scheduleTask({
    id: 'history-clean',
    frequency: { hours: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 30 },
    fn: async () => {
      const { old, surplus } = await store.clean(limits, new Date());
      logger.debug(`History: forgot ${old} old and ${surplus} surplus rows`);
    },
  });
  return { store, writer };
}
