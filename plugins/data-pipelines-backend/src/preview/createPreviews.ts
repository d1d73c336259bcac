import {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  chartsDirectory,
  Helm,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { createRepositoryReader } from '../drift/createRepositoryReader';
import { JobChangePreviews } from './JobChangePreviews';
import { PreviewQueue } from './PreviewQueue';
import { PreviewService } from './PreviewService';

/** Everything that is previewed, with the same settings as the wizard's. */
export interface Previews {
  pipelines: PreviewService;
  jobChanges: JobChangePreviews;
}

export function createPreviews(options: {
  catalog: CatalogService;
  config: RootConfigService;
  urlReader: UrlReaderService;
}): Previews {
  const { catalog, config } = options;
  const section = config.getOptionalConfig('dataPipelines.scaffolder');
  const helm = new Helm({ binary: section?.getOptionalString('helm') });
  const queue = new PreviewQueue({
    atOnce: section?.getOptionalNumber('previewsAtOnce') ?? 2,
  });
  return {
    pipelines: new PreviewService({
      chartsDirectory: chartsDirectory(config),
      ...{ helm, queue },
    }),
    jobChanges: new JobChangePreviews({
      reader: createRepositoryReader(options),
      ...{ catalog, helm, queue },
    }),
  };
}
