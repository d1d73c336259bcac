import {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  chartsDirectory,
  ClusterAccess,
  Helm,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { createRepositoryReader } from './createRepositoryReader';
import { DriftService } from './DriftService';
import { LiveReader } from './LiveReader';
import { RepositoryAnalyst } from './RepositoryAnalyst';

/** With the same settings as the wizard's. */
export function createDriftService(options: {
  access: ClusterAccess;
  catalog: CatalogService;
  config: RootConfigService;
  urlReader: UrlReaderService;
}): DriftService {
  const { access, catalog, config } = options;
  const section = config.getOptionalConfig('dataPipelines.scaffolder');
  const reader = createRepositoryReader(options);
  return new DriftService({
    catalog,
    reader,
    analyst: new RepositoryAnalyst({
      reader,
      helm: new Helm({ binary: section?.getOptionalString('helm') }),
      chartsDirectory: chartsDirectory(config),
    }),
    live: new LiveReader({ access }),
  });
}
