import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  isStrimzi,
  kafkaActionsOf,
  ObjectRef,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RiMore2Line } from '@remixicon/react';
import { useText } from '../../translations';
import { useAsk } from './asking';

/** What can be done to a part; nothing where it is none of Strimzi's. */
export function PartMenu({ object }: { object?: ObjectRef }) {
  const t = useText();
  const ask = useAsk();
  if (!ask || !object || !isStrimzi(object)) return null;
  const { kind, namespace, name } = object;
  const part = { kind, namespace, name };
  return (
    <MenuTrigger>
      <ButtonIcon
        size="small"
        variant="tertiary"
        aria-label={t('state.ofPart', { name: `${kind} ${name}` })}
        icon={<RiMore2Line size={16} aria-hidden="true" />}
      />
      <Menu>
        {kafkaActionsOf(kind).map(action => (
          <MenuItem key={action} onAction={() => ask({ part, action })}>
            {t(`state.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
