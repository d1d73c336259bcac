import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { dataPipelinesPermissions } from '@headworks/backstage-plugin-data-pipelines-common';
import { clusterAccessServiceRef } from '@headworks/backstage-plugin-data-pipelines-node';
import { createActions } from './actions/createActions';
import { WriteAccess } from './actions/WriteAccess';
import { registerExplainPipeline } from './agents/explainPipelineAction';
import { registerListPipelines } from './agents/listPipelinesAction';
import { registerPipelineHistory } from './agents/pipelineHistoryAction';
import { readClusters } from './collector/readClusters';
import { catalogClaims } from './collector/catalogClaims';
import { Collector } from './collector/Collector';
import { offerCollectorMetrics } from './collector/collectorMetrics';
import { pipelinesOf } from './collector/pipelinesOf';
import { answeringCatalog } from './declared/answeringCatalog';
import { DeclaredPipelines } from './declared/DeclaredPipelines';
import { createDriftRouter } from './drift/driftRouter';
import { createDriftService } from './drift/createDriftService';
import { Fleet } from './fleet/Fleet';
import { countFlinkPolls } from './flinkRest/flinkMetrics';
import { FlinkLook } from './flinkRest/FlinkLook';
import { FlinkPoll } from './flinkRest/FlinkPoll';
import { readFlinkConfig } from './flinkRest/readFlinkConfig';
import { createHistory } from './history/createHistory';
import { createHistoryRouter } from './history/historyRouter';
import { createFoundRouter } from './found/foundRouter';
import { createActionsRouter } from './http/actions';
import { createFlinkRouter } from './http/flink';
import { createPartActionsRouter } from './http/partActions';
import { createCollectorRouter } from './http/collector';
import { demandOf } from './http/demand';
import { createPickersRouter } from './http/pickers';
import { createPipelineActionsRouter } from './http/pipelineActions';
import { createPreviewRouter } from './http/preview';
import { createRouter } from './http/router';
import { createValidatedRouter } from './http/validated';
import { BrokerLook } from './kafkaRecords/BrokerLook';
import { readKafkaConfig } from './kafkaRecords/readKafkaConfig';
import { ClusterPickers } from './pickers/ClusterPickers';
import { createPreviews } from './preview/createPreviews';
import { JobBrokers } from './service/JobBrokers';
import { KeptSnapshots } from './service/KeptSnapshots';
import { PipelineService } from './service/PipelineService';
import { Visibility } from './visibility/Visibility';
import { acknowledgements } from './starts/acknowledgements';
import { createStartsRouter } from './http/starts';
import { StartBook } from './starts/StartBook';
import { SignalPublisher } from './SignalPublisher';

/**
 * Watches pipelines in clusters and serves their health and snapshots.
 *
 * @public
 */
export const dataPipelinesPlugin = createBackendPlugin({
  pluginId: 'data-pipelines',
  register(env) {
    env.registerInit({
      deps: {
        access: clusterAccessServiceRef,
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { access, config, lifecycle, logger, signals } = deps;
        const catalog = answeringCatalog(deps.catalog);
        const drift = createDriftService({ ...deps, catalog });
        const publisher = new SignalPublisher({ signals, logger });
        const { auth, httpAuth, permissions } = deps;
        const { simulated, namespaces } = readClusters(config);
        const collector = new Collector({ access, logger, namespaces });
        offerCollectorMetrics({
          metrics: deps.metrics,
          status: () => collector.status(),
        });
        const declared = new DeclaredPipelines({
          auth,
          catalog,
          logger,
          onSilence: () => publisher.changed(['*']),
        });
        const { askEvery } = readFlinkConfig(config);
        const flink = new FlinkPoll({
          access,
          collector,
          every: askEvery,
          logger,
          onOutcome: countFlinkPolls(deps.metrics),
        });
        const starts = new StartBook();
        const fleet = new Fleet({
          collector,
          declared,
          onViews: refs => publisher.changed(refs),
          awaitsFlink: object => flink.awaits(object),
          starts: (...of) => starts.of(...of),
        });
        starts.subscribe(refs => {
          fleet.declare(refs);
          publisher.changed([...refs]);
        });
        declared.subscribe(refs => fleet.declare(refs));
        collector.subscribe(changes => fleet.touch(changes));
        collector.subscribe(changes => drift.changed(pipelinesOf(changes)));
        flink.subscribe(changes => fleet.statsChanged(changes));
        const { store, writer } = await createHistory({
          ...deps,
          collector,
          declared,
          fleet,
          flink,
          starts,
        });
        const snapshots = new KeptSnapshots({ store, logger });
        collector.subscribe(changes => snapshots.changed(changes));
        const brokers = new BrokerLook({
          onRecovery: () => publisher.changed(['*']),
        });
        const service = new PipelineService({
          brokers: new JobBrokers({
            kafkas: readKafkaConfig(config),
            look: brokers,
            clusters: collector,
          }),
          catalog,
          collector,
          declared,
          fleet,
          simulated,
          snapshots,
          starts,
          visibility: new Visibility({ auth, catalog, permissions }),
        });
        publisher.subscribe(() => service.told());
        collector.subscribeClusters(cluster => {
          service.clusterChanged();
          fleet.clusterChanged(cluster);
          publisher.changed(['*']);
        });
        deps.permissionsRegistry.addPermissions(dataPipelinesPermissions);
        const previews = createPreviews({ ...deps, catalog });
        const demand = demandOf(permissions);
        deps.httpRouter.use(createValidatedRouter());
        deps.httpRouter.use(
          createPreviewRouter({ auth, httpAuth, demand, previews }),
        );
        deps.httpRouter.use(
          createCollectorRouter({
            httpAuth,
            demand,
            collector,
            history: () => writer.view(),
            flink,
            claims: () => catalogClaims({ auth, catalog }),
            simulated,
          }),
        );
        deps.httpRouter.use(
          createPickersRouter({
            httpAuth,
            demand,
            pickers: new ClusterPickers({
              access,
              collector,
              simulated,
            }),
          }),
        );
        const look = new FlinkLook({ access, collector, every: askEvery });
        deps.httpRouter.use(createFlinkRouter({ httpAuth, service, look }));
        const write = WriteAccess.fromConfig(config);
        deps.httpRouter.use(createRouter({ httpAuth, service, write }));
        const { auditor } = deps;
        const actions = await createActions({
          ...deps,
          write,
          record: facts => writer.add(facts),
          onProgress: ref => publisher.changed([ref]),
        });
        const acting = { httpAuth, demand, auditor, service };
        const actingOnOne = { ...acting, actions: actions.ofOne };
        deps.httpRouter.use(createActionsRouter(actingOnOne));
        deps.httpRouter.use(createPartActionsRouter(actingOnOne));
        deps.httpRouter.use(
          createPipelineActionsRouter({
            ...acting,
            actions: actions.ofPipelines,
          }),
        );
        deps.httpRouter.use(
          createStartsRouter({
            httpAuth,
            demand,
            auditor,
            service,
            acknowledge: acknowledgements({ collector, starts, store }),
          }),
        );
        deps.httpRouter.use(createHistoryRouter({ httpAuth, catalog, store }));
        deps.httpRouter.use(createFoundRouter({ httpAuth, collector }));
        deps.httpRouter.use(
          createDriftRouter({
            httpAuth: deps.httpAuth,
            service: drift,
          }),
        );
        const { actionsRegistry } = deps;
        registerListPipelines({ actionsRegistry, service });
        registerExplainPipeline({ actionsRegistry, service });
        registerPipelineHistory({ actionsRegistry, service, store });
        lifecycle.addStartupHook(() => {
          collector.start();
          declared.start();
          fleet.start();
          flink.start(
            cluster => (resource, object) =>
              fleet.isConcerned(cluster, resource, object),
          );
        });
        lifecycle.addShutdownHook(() => {
          flink.stop();
          look.stop();
          brokers.stop();
          fleet.stop();
          declared.stop();
          collector.stop();
        });
        lifecycle.addShutdownHook(() => previews.pipelines.stop());
      },
    });
  },
});
