import {
  ActionStep,
  AnyAction,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** Something that a person asked for, with all that is needed to do it. */
export interface Action {
  id: string;
  pipelineRef: string;
  /** Of a part that is no job its key. */
  jobRef: string;
  environment: string;
  action: AnyAction;
  /** Entity ref of the user. */
  by: string;
  steps: ActionStep[];
  stepsDone: number;
  /** When the present step began. */
  stepSince: Date;
  state: 'running' | 'done' | 'failed';
  /** What came of it, what it waits for, or why it failed. */
  sentence?: string;
  startedAt: Date;
  endedAt?: Date;
}
