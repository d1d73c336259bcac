import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { JobStateView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { useText } from '../../translations';
import styles from './SavepointDialog.module.css';

type JobEnvironment = JobStateView['environments'][number];

/** Says what taking a savepoint will do, then does it. */
export function SavepointDialog(props: {
  one: JobEnvironment;
  onTake: () => Promise<void>;
  onClose: () => void;
}) {
  const { one, onTake, onClose } = props;
  const t = useText();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const take = async () => {
    setPending(true);
    setError(undefined);
    try {
      await onTake();
      onClose();
    } catch (caught) {
      setError(caught as Error);
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen
      width={640}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>
        {t('state.dialog.title', {
          job: one.job.name,
          environment: one.environment.name,
        })}
      </DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <ul className={styles.list}>
            <li>{t('state.dialog.keeps')}</li>
            <li>{t('state.dialog.writes')}</li>
            <li>{t('state.dialog.remains')}</li>
          </ul>
          <Text color="secondary">{t('state.dialog.command')}</Text>
          <pre className={styles.yaml}>{manifest(one)}</pre>
          {error && (
            <Alert
              status="danger"
              icon
              title={t('state.dialog.failed')}
              description={error.message}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('state.dialog.cancel')}
        </Button>
        <Button variant="primary" isPending={pending} onPress={take}>
          {t('state.dialog.confirm')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function manifest({ environment, job }: JobEnvironment) {
  return `apiVersion: flink.apache.org/v1beta1
kind: FlinkStateSnapshot
metadata:
  generateName: ${job.object?.name}-
  namespace: ${environment.namespace}
spec:
  jobReference:
    kind: FlinkDeployment
    name: ${job.object?.name}
  savepoint:
    disposeOnDelete: false
  backoffLimit: 3`;
}
