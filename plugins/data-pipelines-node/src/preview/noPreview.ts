import {
  PipelinePreview,
  Problem,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * What is left of a preview where the specification is wrong.
 *
 * @public
 */
export function noPreview(problems: Problem[]): PipelinePreview {
  return {
    problems,
    dataflow: { nodes: [], edges: [] },
    files: [],
    vendoredFiles: 0,
    environments: [],
  };
}
