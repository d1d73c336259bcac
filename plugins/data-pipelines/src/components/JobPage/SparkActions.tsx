import { Button, Flex, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  JobView,
  ObjectRef,
  SparkAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useJobActions } from '../../hooks';
import { templateLink } from '../../templateLink';
import { useText } from '../../translations';
import { ActionDialog, ActionProgress } from '../ActionDialog';

/** What is in the menu; the dialog says why one cannot be done now. */
const MENU = ['run', 'suspend', 'resume'] as const;

/** Kubeflow's operator; Apache's has a SparkApplication, too, and cannot. */
function isActionable({ apiVersion, kind }: ObjectRef): boolean {
  return (
    apiVersion.startsWith('sparkoperator.k8s.io/') &&
    /^(Scheduled)?SparkApplication$/.test(kind)
  );
}

/** What can be done with a Spark job, and how far the last thing is. */
export function SparkActions(props: {
  entity: EntityName;
  pipelineRef: string;
  environment: string;
  job: JobView;
  onDone: () => void;
}) {
  return props.job.object && isActionable(props.job.object) ? (
    <Offered {...props} />
  ) : null;
}

function Offered(props: Parameters<typeof SparkActions>[0]) {
  const { entity, pipelineRef, environment, job, onDone } = props;
  const place = { pipeline: pipelineRef, environment, job: job.name };
  const t = useText();
  const [asked, setAsked] = useState<SparkAction>();
  const actions = useJobActions(entity);
  const [last] = (actions.data?.items ?? []).filter(
    action => action.environment === environment,
  );
  return (
    <Flex direction="column" gap="3">
      <Flex justify="end">
        <MenuTrigger>
          <Button variant="secondary">{t('state.more')}</Button>
          <Menu>
            {MENU.map(action => (
              <MenuItem key={action} onAction={() => setAsked({ action })}>
                {t(`state.action.${action}`)}
              </MenuItem>
            ))}
            <MenuItem href={templateLink('change-job', place)}>
              {t('state.change')}
            </MenuItem>
          </Menu>
        </MenuTrigger>
      </Flex>
      {last && <ActionProgress key={last.id} action={last} />}
      {asked && (
        <ActionDialog
          entity={entity}
          place={place}
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
