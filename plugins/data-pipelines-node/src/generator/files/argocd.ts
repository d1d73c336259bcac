import {
  GeneratedFile,
  GitopsSpec,
  LABEL_ENVIRONMENT,
  LABEL_PIPELINE,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { helmDocument, printDocument } from '../yaml/helmDocument';

/** One Application of Argo CD for each environment. */
export function argocdFiles(
  { pipeline, environments }: PipelineSpec,
  { repoUrl, branch = 'main', path = '.', namespace = 'argocd' }: GitopsSpec,
): GeneratedFile[] {
  return Object.entries(environments).map(([name, place]) => {
    const document = helmDocument({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        name: `${pipeline.name}-${name}`,
        namespace,
        labels: {
          [LABEL_PIPELINE]: pipeline.name,
          [LABEL_ENVIRONMENT]: name,
        },
      },
      spec: {
        project: 'default',
        source: {
          repoURL: repoUrl,
          targetRevision: branch,
          path,
          helm: {
            releaseName: pipeline.name,
            valueFiles: [`values-${name}.yaml`],
          },
        },
        destination: { name: place.cluster, namespace: place.namespace },
        syncPolicy: {
          automated: { prune: false, selfHeal: false },
          syncOptions: ['ServerSideApply=true', 'FailOnSharedResource=true'],
        },
      },
    });
    document.commentBefore = ` ${pipeline.name} in ${name}. destination.name is the cluster's name in Argo CD.
 prune: false: what leaves Git is shown, and a person removes it: a topic takes
 its data along. selfHeal: false: a savepoint that somebody asks for is a live
 change, which must not be taken back.`;
    return {
      path: `gitops/${name}/application.yaml`,
      content: printDocument(document),
    };
  });
}
