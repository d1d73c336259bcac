import {
  GeneratedFile,
  GitopsSpec,
  LABEL_ENVIRONMENT,
  LABEL_PIPELINE,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { helmDocument, printDocument } from '../yaml/helmDocument';

/** A GitRepository and a HelmRelease of Flux for each environment: its cluster may be another. */
export function fluxFiles(
  { pipeline, environments }: PipelineSpec,
  { repoUrl, branch = 'main', path, namespace = 'flux-system' }: GitopsSpec,
): GeneratedFile[] {
  const inRepository = (file: string) =>
    path ? `./${path}/${file}` : `./${file}`;
  return Object.entries(environments).flatMap(([name, place]) => {
    const metadata = {
      name: `${pipeline.name}-${name}`,
      namespace,
      labels: { [LABEL_PIPELINE]: pipeline.name, [LABEL_ENVIRONMENT]: name },
    };
    const source = helmDocument({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata,
      spec: { interval: '1m', url: repoUrl, ref: { branch } },
    });
    source.commentBefore = ` Where ${pipeline.name} is read from. A private repository needs spec.secretRef.`;
    const release = helmDocument({
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata,
      spec: {
        interval: '10m',
        releaseName: pipeline.name,
        targetNamespace: place.namespace,
        storageNamespace: place.namespace,
        chart: {
          spec: {
            chart: path ? `./${path}` : '.',
            reconcileStrategy: 'Revision',
            sourceRef: { kind: 'GitRepository', name: metadata.name },
            valuesFiles: [
              inRepository('values.yaml'),
              inRepository(`values-${name}.yaml`),
            ],
          },
        },
        upgrade: { remediation: { retries: 0 } },
        driftDetection: { mode: 'warn' },
      },
    });
    release.commentBefore = ` ${pipeline.name} in ${name}, for the Flux of cluster ${place.cluster}.
 retries: 0: a failed upgrade stays as it is: going back could leave state
 behind. driftDetection: warn: a savepoint that somebody asks for is a live
 change, which must not be taken back.`;
    return [
      {
        path: `gitops/${name}/gitrepository.yaml`,
        content: printDocument(source),
      },
      {
        path: `gitops/${name}/helmrelease.yaml`,
        content: printDocument(release),
      },
    ];
  });
}
