export { PipelineActions } from './PipelineActions';
