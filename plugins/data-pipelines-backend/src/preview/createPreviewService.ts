import path from 'node:path';
import { RootConfigService } from '@backstage/backend-plugin-api';
import { Helm } from '@headworks/backstage-plugin-data-pipelines-node';
import { PreviewService } from './PreviewService';

/** With the same settings as the wizard's. */
export function createPreviewService(
  config: RootConfigService,
): PreviewService {
  const section = config.getOptionalConfig('dataPipelines.scaffolder');
  return new PreviewService({
    chartsDirectory: path.resolve(
      section?.getOptionalString('chartsDirectory') ?? 'charts',
    ),
    helm: new Helm({ binary: section?.getOptionalString('helm') }),
    atOnce: section?.getOptionalNumber('previewsAtOnce') ?? 2,
  });
}
