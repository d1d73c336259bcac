import { Switch } from '@backstage/ui';
import { Suspend } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';

/** What a person decides about how a job stops. */
export function SuspendChoices(props: {
  action: Suspend;
  onChange: (action: Suspend) => void;
}) {
  const { action, onChange } = props;
  const t = useText();
  return (
    <Switch
      label={t('savepoint.drain')}
      isSelected={action.drain ?? false}
      onChange={drain =>
        onChange(drain ? { ...action, drain } : { action: 'suspend' })
      }
    />
  );
}
