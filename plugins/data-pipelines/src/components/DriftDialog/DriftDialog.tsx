import { JsonValue } from '@backstage/types';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Text,
} from '@backstage/ui';
import { LiveObject } from '@headworks/backstage-plugin-data-pipelines-common';
import styles from './DriftDialog.module.css';

/** The fields of one object that differ: what Git says beside what is live. */
export function DriftDialog(props: { one: LiveObject; onClose: () => void }) {
  const { one, onClose } = props;
  const { kind, name, namespace } = one.object;
  return (
    <Dialog
      isOpen
      width={880}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>{`${kind} ${name}`}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {namespace && (
            <Text color="secondary">{`in namespace ${namespace}`}</Text>
          )}
          <table className={styles.diff}>
            <thead>
              <tr>
                <th scope="col">Field</th>
                <th scope="col">In Git</th>
                <th scope="col">Live</th>
              </tr>
            </thead>
            <tbody>
              {one.differences.map(({ path, inGit, live }) => (
                <tr key={path}>
                  <th scope="row">
                    <code>{path}</code>
                  </th>
                  <td>
                    <Value value={inGit} />
                  </td>
                  <td>
                    <Value value={live} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Value(props: { value: JsonValue | undefined }) {
  const { value } = props;
  if (value === undefined) return <Text color="secondary">not set</Text>;
  return (
    <pre className={styles.value}>
      {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
    </pre>
  );
}
