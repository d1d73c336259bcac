export { checkRepository } from './checkRepository';
export { noPreview } from './noPreview';
export { PipelinePreviewer, previewPipeline } from './PipelinePreviewer';
export { renderObjects } from './renderObjects';
