import { Button, Flex, Menu, MenuItem, MenuTrigger, Text } from '@backstage/ui';
import { PipelineAction } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { usePipelineActions } from '../../hooks';
import { useText } from '../../translations';
import { ActionProgress } from '../ActionDialog';
import { PipelineActionDialog } from './PipelineActionDialog';

const MENU = ['stop', 'start'] as const;

/** Stops and starts all jobs of a pipeline, and says how far the last time is. */
export function PipelineActions(props: {
  entity: EntityName;
  environment: string;
  onDone: () => void;
}) {
  const { entity, environment, onDone } = props;
  const t = useText();
  const [asked, setAsked] = useState<PipelineAction>();
  const actions = usePipelineActions(entity);
  const last = actions.data?.items.find(
    action => action.environment === environment,
  );
  return (
    <Flex direction="column" gap="3">
      <Flex justify="end">
        <MenuTrigger>
          <Button variant="secondary">{t('order.menu')}</Button>
          <Menu>
            {MENU.map(action => (
              <MenuItem key={action} onAction={() => setAsked({ action })}>
                {t(`state.action.${action}`)}
              </MenuItem>
            ))}
          </Menu>
        </MenuTrigger>
      </Flex>
      {last && <ActionProgress key={last.id} action={last} />}
      {last?.state === 'failed' && (
        <Text color="secondary">{t('order.goOn')}</Text>
      )}
      {asked && (
        <PipelineActionDialog
          entity={entity}
          environment={environment}
          action={asked}
          onDone={() => {
            actions.reload();
            onDone();
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Flex>
  );
}
