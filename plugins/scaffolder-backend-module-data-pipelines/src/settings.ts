import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  chartsDirectory,
  Helm,
} from '@headworks/backstage-plugin-data-pipelines-node';

/** The module's configuration, read once. */
export interface Settings {
  chartsDirectory: string;
  helm: Helm;
  localRepositories?: string;
  /** cluster → kubeconfig */
  install: ReadonlyMap<string, string>;
}

export function readSettings(config: RootConfigService): Settings {
  const section = config.getOptionalConfig('dataPipelines.scaffolder');
  return {
    chartsDirectory: chartsDirectory(config),
    helm: new Helm({ binary: section?.getOptionalString('helm') }),
    localRepositories: section?.getOptionalString('localRepositories'),
    install: new Map(
      (section?.getOptionalConfigArray('install') ?? []).map(entry => [
        entry.getString('cluster'),
        entry.getString('kubeconfig'),
      ]),
    ),
  };
}
