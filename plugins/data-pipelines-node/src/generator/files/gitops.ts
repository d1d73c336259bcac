import {
  GeneratedFile,
  GitopsSpec,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { argocdFiles } from './argocd';
import { fluxFiles } from './flux';

const FILES: Record<
  GitopsSpec['tool'],
  (spec: PipelineSpec, gitops: GitopsSpec) => GeneratedFile[]
> = { argocd: argocdFiles, flux: fluxFiles };

/** What has the pipeline installed from Git; nothing where nobody does. */
export function gitopsFiles(spec: PipelineSpec): GeneratedFile[] {
  return spec.gitops ? FILES[spec.gitops.tool](spec, spec.gitops) : [];
}
