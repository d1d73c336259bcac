import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  dataPipelinesPermissions,
  LABEL_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { clusterAccessServiceRef } from '@headworks/backstage-plugin-data-pipelines-node';
import { WriteAccess } from './actions/WriteAccess';
import { catalogClaims } from './collector/catalogClaims';
import { Collector } from './collector/Collector';
import { offerCollectorMetrics } from './collector/collectorMetrics';
import { PipelineIndex } from './collector/PipelineIndex';
import { createDriftRouter } from './drift/driftRouter';
import { createDriftService } from './drift/createDriftService';
import { createHistory } from './history/createHistory';
import { createHistoryRouter } from './history/historyRouter';
import { createFoundRouter } from './found/foundRouter';
import { createCollectorRouter } from './http/collector';
import { createPickersRouter } from './http/pickers';
import { createPreviewRouter } from './http/preview';
import { createRouter } from './http/router';
import { ClusterPickers } from './pickers/ClusterPickers';
import { createPreviewService } from './preview/createPreviewService';
import { PipelineService } from './service/PipelineService';
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
        const { access, catalog, config, lifecycle, logger, signals } = deps;
        const drift = createDriftService(deps);
        const publisher = new SignalPublisher({ signals, logger });
        const collector = new Collector({
          access,
          logger,
          onClusterChange: () => publisher.changed(['*']),
        });
        offerCollectorMetrics({
          metrics: deps.metrics,
          status: () => collector.status(),
        });
        const index = new PipelineIndex({
          source: cluster => collector.source(cluster),
        });
        collector.subscribe(changes => {
          const names = new Set(
            changes.flatMap(({ resource, before, after }) =>
              [before, after].flatMap(
                object =>
                  object?.metadata.labels[LABEL_PIPELINE] ??
                  // A snapshot that somebody made by hand has no label.
                  (resource === 'flinkstatesnapshots.flink.apache.org'
                    ? '*'
                    : []),
              ),
            ),
          );
          if (names.size === 0) return;
          publisher.changed(names);
          drift.changed(names);
        });
        const simulated = new Map(
          (
            config.getOptionalConfigArray('dataPipelines.clusters') ?? []
          ).flatMap(cluster => {
            const sentence = cluster.getOptionalString('simulated');
            return sentence ? [[cluster.getString('name'), sentence]] : [];
          }),
        );
        const history = await createHistory({ ...deps, collector });
        deps.permissionsRegistry.addPermissions(dataPipelinesPermissions);
        const previews = createPreviewService(config);
        const { auth, httpAuth } = deps;
        // Before the router whose bodies are small.
        deps.httpRouter.use(
          createPreviewRouter({ auth, httpAuth, service: previews }),
        );
        deps.httpRouter.use(
          createCollectorRouter({
            httpAuth,
            permissions: deps.permissions,
            collector,
            claims: () => catalogClaims({ auth, catalog }),
            simulated,
          }),
        );
        deps.httpRouter.use(
          createPickersRouter({
            httpAuth,
            pickers: new ClusterPickers({
              access,
              collector,
              index,
              simulated,
            }),
          }),
        );
        deps.httpRouter.use(
          createRouter({
            httpAuth: deps.httpAuth,
            permissions: deps.permissions,
            auditor: deps.auditor,
            service: new PipelineService({
              catalog,
              collector,
              index,
              simulated,
            }),
            write: WriteAccess.fromConfig(config),
          }),
        );
        deps.httpRouter.use(
          createHistoryRouter({ httpAuth, catalog, store: history }),
        );
        deps.httpRouter.use(createFoundRouter({ httpAuth, collector }));
        deps.httpRouter.use(
          createDriftRouter({
            httpAuth: deps.httpAuth,
            service: drift,
          }),
        );
        lifecycle.addStartupHook(() => {
          collector.start();
        });
        lifecycle.addShutdownHook(() => collector.stop());
        lifecycle.addShutdownHook(() => previews.stop());
      },
    });
  },
});
