import { useApi } from '@backstage/core-plugin-api';
import {
  ActionPreview,
  KafkaActionName,
  PartRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo, useState } from 'react';
import { EntityName, pipelinesApiRef } from '../../api/PipelinesApi';
import { PlanDialog } from './PlanDialog';
import { ActionAsk } from './useActionPlan';

/** Says what an action will do to a topic, user or the like, then has it done. */
export function PartActionDialog(props: {
  pipeline: EntityName;
  environment: string;
  part: PartRef;
  action: KafkaActionName;
  onDone: () => void;
  onClose: () => void;
}) {
  const { environment, action, onDone, onClose } = props;
  const pipeline = props.pipeline.name;
  const pipelineNamespace = props.pipeline.namespace;
  const { kind, namespace, name } = props.part;
  const api = useApi(pipelinesApiRef);
  const [key] = useState(() => crypto.randomUUID());
  const ask = useMemo<ActionAsk<ActionPreview>>(() => {
    const entity = { namespace: pipelineNamespace, name: pipeline };
    const part = { kind, namespace, name };
    const question = { environment, part, action: { action }, key };
    return {
      preview: () => api.previewPartAction(entity, question),
      order: seen => api.orderPartAction(entity, { ...question, ...seen }),
    };
  }, [
    api,
    pipelineNamespace,
    pipeline,
    environment,
    kind,
    namespace,
    name,
    action,
    key,
  ]);
  return (
    <PlanDialog
      action={action}
      name={`${kind} ${name}`}
      environment={environment}
      ask={ask}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
