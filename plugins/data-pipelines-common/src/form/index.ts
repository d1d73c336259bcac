export { answersToForm } from './answersToForm';
export type { PipelineAnswers } from './answersToForm';
export { formProblems } from './formProblems';
export { formToSpec, topicValues } from './formToSpec';
export * from './pipelineForm';
export * from './presets';
export * from './sizeMeaning';
export { formField, toFormProblem } from './toFormProblem';
