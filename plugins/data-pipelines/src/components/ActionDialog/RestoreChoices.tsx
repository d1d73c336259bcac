import { Flex, Switch } from '@backstage/ui';
import { FlinkAction } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';

type Restore = Extract<FlinkAction, { action: 'restore' }>;

/** What a person decides about a restore; the safe choices stand first. */
export function RestoreChoices(props: {
  action: Restore;
  onChange: (action: Restore) => void;
}) {
  const { action, onChange } = props;
  const t = useText();
  return (
    <Flex direction="column" gap="2">
      <Switch
        label={t('state.savepointFirst')}
        isSelected={action.savepointFirst}
        onChange={savepointFirst => onChange({ ...action, savepointFirst })}
      />
      <Switch
        label={t('state.dropState')}
        isSelected={action.allowNonRestoredState}
        onChange={allowNonRestoredState =>
          onChange({ ...action, allowNonRestoredState })
        }
      />
    </Flex>
  );
}
