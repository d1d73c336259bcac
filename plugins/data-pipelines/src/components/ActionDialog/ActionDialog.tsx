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
import { SavepointChoices } from './SavepointChoices';
import { SuspendChoices } from './SuspendChoices';
import { ActionAsk } from './useActionPlan';

/** What a person decides about an action; of most nothing. */
function choicesOf(
  action: JobAction,
  isStandalone: boolean,
  onChange: (action: JobAction) => void,
) {
  switch (action.action) {
    case 'restore':
      return <RestoreChoices action={action} onChange={onChange} />;
    case 'savepoint':
      return (
        <SavepointChoices
          action={action}
          hasName={!isStandalone}
          onChange={onChange}
        />
      );
    case 'suspend':
      return isStandalone ? (
        <SuspendChoices action={action} onChange={onChange} />
      ) : undefined;
    default:
      return undefined;
  }
}

/** Says what an action will do to a job, then has it done. */
export function ActionDialog(props: {
  entity: EntityName;
  place: JobPlace;
  action: JobAction;
  /** A Flink job without an operator: Flink itself is asked. */
  isStandalone?: boolean;
  onDone: () => void;
  onClose: () => void;
}) {
  const { place, isStandalone = false, onDone, onClose } = props;
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
      choices={choicesOf(action, isStandalone, setAction)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
