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
import styles from './SavepointDialog.module.css';

type JobEnvironment = JobStateView['environments'][number];

/** Says what taking a savepoint will do, then does it. */
export function SavepointDialog(props: {
  one: JobEnvironment;
  onTake: () => Promise<void>;
  onClose: () => void;
}) {
  const { one, onTake, onClose } = props;
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
      <DialogHeader>{`Take a savepoint of ${one.job.name} in ${one.environment.name}`}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <ul className={styles.list}>
            <li>
              The job keeps running; large state makes it slower meanwhile.
            </li>
            <li>
              The Flink operator writes the savepoint to the job&apos;s
              savepoint directory.
            </li>
            <li>
              Deleting the object later does not delete the savepoint&apos;s
              data.
            </li>
          </ul>
          <Text color="secondary">The same with kubectl create -f:</Text>
          <pre className={styles.yaml}>{manifest(one)}</pre>
          {error && (
            <Alert
              status="danger"
              icon
              title="No savepoint was taken"
              description={error.message}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="primary" isPending={pending} onPress={take}>
          Take savepoint now
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
