import { useApi } from '@backstage/core-plugin-api';
import {
  ActionPreview,
  JobAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo, useState } from 'react';
import { EntityName, pipelinesApiRef } from '../../api/PipelinesApi';
import { PlanDialog } from './PlanDialog';
import { JobPlace } from './PlanView';
import { RestoreChoices } from './RestoreChoices';
import { ActionAsk } from './useActionPlan';

/** Says what an action will do to a job, then has it done. */
export function ActionDialog(props: {
  entity: EntityName;
  place: JobPlace;
  action: JobAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { place, onDone, onClose } = props;
  const { namespace, name } = props.entity;
  const { job, environment } = place;
  const api = useApi(pipelinesApiRef);
  const [action, setAction] = useState(props.action);
  const [key] = useState(() => crypto.randomUUID());
  const ask = useMemo<ActionAsk<ActionPreview>>(() => {
    const entity = { namespace, name };
    const question = { environment, action, key };
    return {
      preview: () => api.previewAction(entity, question),
      order: seen => api.orderAction(entity, { ...question, ...seen }),
    };
  }, [api, namespace, name, environment, action, key]);
  return (
    <PlanDialog
      action={action.action}
      name={job}
      environment={environment}
      place={place}
      ask={ask}
      choices={
        action.action === 'restore' && (
          <RestoreChoices action={action} onChange={setAction} />
        )
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}
