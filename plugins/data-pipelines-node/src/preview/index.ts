export { checkRepository } from './checkRepository';
export { PipelinePreviewer, previewPipeline } from './PipelinePreviewer';
export { renderObjects } from './renderObjects';
