import {
  AuthService,
  DiscoveryService,
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  FoundAnswer,
  FoundScope,
  TYPE_FLINK_JOB,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
  TYPE_SPARK_JOB,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FoundPipelinesProvider } from './FoundPipelinesProvider';

const KEY = 'catalog.providers.dataPipelines';
const SCOPES: readonly FoundScope[] = ['labelled', 'all'];

/** @returns undefined unless {@link KEY} is configured: nobody is surprised by entities */
export function createFoundPipelinesProvider(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  logger: LoggerService;
  scheduler: SchedulerService;
}): FoundPipelinesProvider | undefined {
  const { auth, catalog, discovery, logger, scheduler } = options;
  const config = options.config.getOptionalConfig(KEY);
  if (!config) return undefined;
  const scope = config.getOptionalString('scope') ?? 'labelled';
  if (!SCOPES.includes(scope as FoundScope)) {
    throw new Error(
      `${KEY}.scope: "${scope}" is not one of ${SCOPES.join(', ')}`,
    );
  }
  return new FoundPipelinesProvider({
    logger,
    entities: {
      namespace: config.getOptionalString('namespace') ?? 'default',
      defaultOwner: config.getOptionalString('defaultOwner') ?? 'unknown',
      lifecycle: config.getOptionalString('lifecycle') ?? 'production',
    },
    schedule: scheduler.createScheduledTaskRunner(
      config.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig('schedule'),
          )
        : { frequency: { seconds: 30 }, timeout: { seconds: 30 } },
    ),
    async find() {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.getOwnServiceCredentials(),
        targetPluginId: 'data-pipelines',
      });
      const base = await discovery.getBaseUrl('data-pipelines');
      const response = await fetch(`${base}/found?scope=${scope}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return (await response.json()) as FoundAnswer;
    },
    async catalog() {
      const { items } = await catalog.getEntities(
        {
          filter: {
            kind: ['Component', 'Resource'],
            'spec.type': [
              TYPE_PIPELINE,
              TYPE_FLINK_JOB,
              TYPE_SPARK_JOB,
              TYPE_KAFKA_TOPIC,
            ],
          },
          fields: ['apiVersion', 'kind', 'metadata', 'spec'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return items;
    },
  });
}
