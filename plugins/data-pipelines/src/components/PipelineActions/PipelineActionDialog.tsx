import { useApi } from '@backstage/core-plugin-api';
import {
  PipelineAction,
  PipelineActionPlan,
  PipelineActionPreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo, useState } from 'react';
import { EntityName, pipelinesApiRef } from '../../api/PipelinesApi';
import { useText } from '../../translations';
import { ActionAsk, isKnown, PlanFrame } from '../ActionDialog';
import { PipelinePlanView } from './PipelinePlanView';

/** Says what stopping or starting all jobs will do, then has it done. */
export function PipelineActionDialog(props: {
  entity: EntityName;
  environment: string;
  action: PipelineAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { environment, action, onDone, onClose } = props;
  const { namespace, name } = props.entity;
  const t = useText();
  const api = useApi(pipelinesApiRef);
  const [key] = useState(() => crypto.randomUUID());
  const ask = useMemo<ActionAsk<PipelineActionPreview>>(() => {
    const entity = { namespace, name };
    const question = { environment, action, key };
    return {
      preview: () => api.previewPipelineAction(entity, question),
      order: seen => api.orderPipelineAction(entity, { ...question, ...seen }),
    };
  }, [api, namespace, name, environment, action, key]);
  return (
    <PlanFrame
      title={t(`order.ask.${action.action}`, { pipeline: name, environment })}
      go={t(`order.go.${action.action}`)}
      ask={ask}
      isReady={({ plan }, known) => isReady(plan, known)}
      onDone={onDone}
      onClose={onClose}
    >
      {(preview, known) => (
        <PipelinePlanView
          preview={preview}
          environment={environment}
          {...known}
        />
      )}
    </PlanFrame>
  );
}

/** Something is to be done, and what has to be known is. */
function isReady({ turns, refusal }: PipelineActionPlan, known: string[]) {
  return (
    !refusal &&
    turns.some(({ plan }) => plan) &&
    turns.every(({ job, plan }) =>
      isKnown(plan?.traps ?? [], known, { prefix: `${job}/` }),
    )
  );
}
