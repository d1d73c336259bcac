export { loadCharts } from './charts';
export { describeProblems, generatePipeline } from './generatePipeline';
export { entityName, topicObjectName } from './names';
export { validateSpec } from './validateSpec';
export { writeFiles } from './writeFiles';
