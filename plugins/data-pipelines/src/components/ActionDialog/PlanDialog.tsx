import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { ActionName } from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode, useState } from 'react';
import { useText } from '../../translations';
import { Loading } from '../states';
import { JobPlace, PlanView } from './PlanView';
import { ActionAsk, useActionPlan } from './useActionPlan';

/** Says what an action will do, then has it done. */
export function PlanDialog(props: {
  action: ActionName;
  /** What it is done to. */
  name: string;
  environment: string;
  /** Where it is a job. */
  place?: JobPlace;
  /** Must be stable between renders. */
  ask: ActionAsk;
  /** What a person decides about it. */
  choices?: ReactNode;
  onDone: () => void;
  onClose: () => void;
}) {
  const { action, name, environment, place, ask, choices } = props;
  const { onDone, onClose } = props;
  const t = useText();
  const [known, setKnown] = useState<string[]>([]);
  const { preview, error, pending, go } = useActionPlan(ask);
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
        {t(`state.ask.${action}`, { job: name, environment })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {choices}
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
          {t(`state.go.${action}`)}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
