export { loadCharts } from './charts';
export { describeProblems, generatePipeline } from './generatePipeline';
export { entityName, topicObjectName } from './names';
export type { GeneratedFile, PipelineSpec, Problem } from './types';
export { validateSpec } from './validateSpec';
export { writeFiles } from './writeFiles';
