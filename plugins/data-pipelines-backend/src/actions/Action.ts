import {
  ActionStep,
  AnyAction,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Something that a person asked for, with all that is needed to do it. */
export interface Action {
  id: string;
  pipelineRef: string;
  /** Of a part that is no job its key, of all jobs the pipeline's ref. */
  jobRef: string;
  environment: string;
  action: AnyAction;
  /** Entity ref of the user. */
  by: string;
  /** With the job whose turn it is, where it is about all. */
  steps: Array<ActionStep & { job?: string }>;
  stepsDone: number;
  /** When the present step began. */
  stepSince: Date;
  state: 'running' | 'done' | 'failed';
  /** What came of it, what it waits for, or why it failed. */
  sentence?: string;
  startedAt: Date;
  endedAt?: Date;
}
