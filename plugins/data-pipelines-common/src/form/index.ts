export { formProblems, formToSpec, toFormProblem } from './formToSpec';
export type {
  FlinkJobForm,
  JobForm,
  JobSize,
  PipelineForm,
  SparkJobForm,
  TopicForm,
} from './pipelineForm';
