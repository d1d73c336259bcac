import {
  ActionPreview,
  JobActionName,
  KafkaActionName,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { useText } from '../../translations';
import { PlanFrame } from './PlanFrame';
import { JobPlace, PlanView } from './PlanView';
import { isKnown } from './Traps';
import { ActionAsk } from './useActionPlan';

/** Says what an action on one thing will do, then has it done. */
export function PlanDialog(props: {
  action: JobActionName | KafkaActionName;
  /** What it is done to. */
  name: string;
  environment: string;
  /** Where it is a job. */
  place?: JobPlace;
  /** Must be stable between renders. */
  ask: ActionAsk<ActionPreview>;
  /** What a person decides about it. */
  choices?: ReactNode;
  onDone: () => void;
  onClose: () => void;
}) {
  const { action, name, environment, place, ...frame } = props;
  const t = useText();
  return (
    <PlanFrame
      {...frame}
      title={t(`state.ask.${action}`, { job: name, environment })}
      go={t(`state.go.${action}`)}
      isReady={({ plan }, known) => !plan.refusal && isKnown(plan.traps, known)}
    >
      {(preview, known) => (
        <PlanView preview={preview} place={place} {...known} />
      )}
    </PlanFrame>
  );
}
