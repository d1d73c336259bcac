import {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryReader } from './RepositoryReader';

/** With the same settings as the wizard's. */
export function createRepositoryReader(options: {
  config: RootConfigService;
  urlReader: UrlReaderService;
}): RepositoryReader {
  const { config, urlReader } = options;
  return new RepositoryReader({
    urlReader,
    integrations: ScmIntegrations.fromConfig(config),
    localRepositories: config.getOptionalString(
      'dataPipelines.scaffolder.localRepositories',
    ),
  });
}
