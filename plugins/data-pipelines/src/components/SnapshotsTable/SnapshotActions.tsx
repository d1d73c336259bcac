import { Button, Flex } from '@backstage/ui';
import {
  FlinkAction,
  SnapshotView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';

/** What can be done with one snapshot; the dialog says why something cannot now. */
export function SnapshotActions(props: {
  snapshot: SnapshotView;
  onAsk: (action: FlinkAction) => void;
}) {
  const { snapshot, onAsk } = props;
  const { name, path, state, type, source } = snapshot;
  const t = useText();
  if (state !== 'completed' || !path) return null;
  const restore: FlinkAction = {
    action: 'restore',
    path,
    savepointFirst: true,
    allowNonRestoredState: false,
  };
  return (
    <Flex direction="column" gap="1" align="start">
      <Button
        size="small"
        variant="secondary"
        aria-label={t('state.restoreFrom', { name })}
        onPress={() => onAsk(restore)}
      >
        {t('state.action.restore')}
      </Button>
      {type === 'savepoint' && source === 'resource' && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={t('state.deleteOne', { name })}
          onPress={() => onAsk({ action: 'delete-snapshot', name })}
        >
          {t('state.delete')}
        </Button>
      )}
    </Flex>
  );
}
