import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import {
  ActionQuestion,
  JobAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useMemo, useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useText } from '../../translations';
import { Loading } from '../states';
import { JobPlace, PlanView } from './PlanView';
import { RestoreChoices } from './RestoreChoices';
import { useActionPlan } from './useActionPlan';

/** Says what an action will do, then has it done. */
export function ActionDialog(props: {
  entity: EntityName;
  place: JobPlace;
  action: JobAction;
  onDone: () => void;
  onClose: () => void;
}) {
  const { entity, place, onDone, onClose } = props;
  const { job, environment } = place;
  const t = useText();
  const [action, setAction] = useState(props.action);
  const [known, setKnown] = useState<string[]>([]);
  const [key] = useState(() => crypto.randomUUID());
  const question = useMemo<ActionQuestion>(
    () => ({ environment, action, key }),
    [environment, action, key],
  );
  const { preview, error, pending, go } = useActionPlan(entity, question);
  const plan = preview?.plan;
  const ready =
    plan &&
    !plan.refusal &&
    plan.traps.every(
      ({ id, weight }) => weight === 'note' || known.includes(id),
    );
  const order = async () => {
    if (!(await go(known))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen
      width={720}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>
        {t(`state.ask.${action.action}`, { job, environment })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {action.action === 'restore' && (
            <RestoreChoices action={action} onChange={setAction} />
          )}
          {error && (
            <Alert
              status="danger"
              icon
              title={t('state.failed')}
              description={error.message}
            />
          )}
          {!preview && !error && <Loading />}
          {preview && (
            <PlanView
              preview={preview}
              place={place}
              known={known}
              onKnown={setKnown}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('state.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={pending}
          isDisabled={!ready}
          onPress={order}
        >
          {t(`state.go.${action.action}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
