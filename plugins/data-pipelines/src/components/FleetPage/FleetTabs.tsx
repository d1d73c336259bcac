import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useText } from '../../translations';
import { Tab } from './fleetParams';

/** Whose pipelines, and how many there are. */
export function FleetTabs(props: {
  selected: Tab;
  counts: Readonly<Record<Tab, number | undefined>>;
  onChange: (tab: Tab) => void;
}) {
  const { selected, counts, onChange } = props;
  const t = useText();
  const tabs: Record<Tab, string> = {
    mine: t('fleet.mine'),
    starred: t('fleet.starred'),
    all: t('fleet.all'),
  };
  return (
    <ToggleButtonGroup
      aria-label={t('fleet.tabs')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={keys => {
        for (const key of keys) onChange(key as Tab);
      }}
    >
      {(['mine', 'starred', 'all'] as const).map(tab => (
        <ToggleButton key={tab} id={tab}>
          {[tabs[tab], counts[tab]?.toLocaleString()].filter(Boolean).join(' ')}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
