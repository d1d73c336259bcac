import { useApi } from '@backstage/core-plugin-api';
import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
  TextAreaField,
} from '@backstage/ui';
import { StartView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName, pipelinesApiRef } from '../../api/PipelinesApi';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';

/** As the backend has it. */
const LONGEST = 500;

/** Asks why a job is meant to have started without its state. */
export function AcknowledgeDialog(props: {
  entity: EntityName;
  job: string;
  environment: string;
  start: StartView;
  onDone: () => void;
  onClose: () => void;
}) {
  const { entity, job, environment, start, onDone, onClose } = props;
  const api = useApi(pipelinesApiRef);
  const t = useText();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error>();
  const [pending, setPending] = useState(false);
  const send = async () => {
    setPending(true);
    setError(undefined);
    try {
      await api.acknowledgeStart(entity, {
        environment,
        id: start.id,
        reason: reason.trim(),
      });
      onDone();
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      width={560}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>{t('starts.ask', { job, environment })}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text>{t('starts.explain')}</Text>
          {start.lost?.path && <CopyablePath path={start.lost.path} />}
          <TextAreaField
            label={t('starts.reason')}
            value={reason}
            maxLength={LONGEST}
            onChange={setReason}
          />
          {error && (
            <Alert
              status="danger"
              icon
              title={t('starts.failed')}
              description={error.message}
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
          isDisabled={reason.trim() === ''}
          onPress={send}
        >
          {t('starts.go')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
