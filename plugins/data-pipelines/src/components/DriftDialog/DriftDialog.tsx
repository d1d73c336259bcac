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
import { useText } from '../../translations';
import styles from './DriftDialog.module.css';

/** The fields of one object that differ: what Git says beside what is live. */
export function DriftDialog(props: { one: LiveObject; onClose: () => void }) {
  const { one, onClose } = props;
  const t = useText();
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
            <Text color="secondary">
              {t('drift.dialog.namespace', { namespace })}
            </Text>
          )}
          <table className={styles.diff}>
            <thead>
              <tr>
                <th scope="col">{t('drift.dialog.field')}</th>
                <th scope="col">{t('drift.dialog.inGit')}</th>
                <th scope="col">{t('drift.dialog.live')}</th>
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
          {t('drift.dialog.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Value(props: { value: JsonValue | undefined }) {
  const { value } = props;
  const t = useText();
  if (value === undefined)
    return <Text color="secondary">{t('drift.dialog.notSet')}</Text>;
  return (
    <pre className={styles.value}>
      {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
    </pre>
  );
}
