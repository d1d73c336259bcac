import { Flex } from '@backstage/ui';
import {
  engineOfActions,
  JobView,
  SparkAction,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useJobActions } from '../../hooks';
import { ActionDialog, ActionProgress, JobMenu } from '../ActionDialog';

const MENU = ['run', 'suspend', 'resume'] as const;

/** What can be done with a Spark job, and how far the last thing is. */
export function SparkActions(props: {
  entity: EntityName;
  pipelineRef: string;
  environment: string;
  job: JobView;
  onDone: () => void;
}) {
  return props.job.object && engineOfActions(props.job.object) === 'spark' ? (
    <Offered {...props} />
  ) : null;
}

function Offered(props: Parameters<typeof SparkActions>[0]) {
  const { entity, pipelineRef, environment, job, onDone } = props;
  const place = { pipeline: pipelineRef, environment, job: job.name };
  const [asked, setAsked] = useState<SparkAction>();
  const actions = useJobActions(entity);
  const [last] = (actions.data?.items ?? []).filter(
    action => action.environment === environment,
  );
  return (
    <Flex direction="column" gap="3">
      <Flex justify="end">
        <JobMenu
          actions={MENU}
          place={place}
          onAsk={action => setAsked({ action })}
        />
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
