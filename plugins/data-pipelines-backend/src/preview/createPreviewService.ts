import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  chartsDirectory,
  Helm,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { PreviewService } from './PreviewService';

/** With the same settings as the wizard's. */
export function createPreviewService(
  config: RootConfigService,
): PreviewService {
  const section = config.getOptionalConfig('dataPipelines.scaffolder');
  return new PreviewService({
    chartsDirectory: chartsDirectory(config),
    helm: new Helm({ binary: section?.getOptionalString('helm') }),
    atOnce: section?.getOptionalNumber('previewsAtOnce') ?? 2,
  });
}
