import { Button, Flex, Text } from '@backstage/ui';
import {
  ActionView,
  FlinkAction,
  JobStateView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { EntityName } from '../../api/PipelinesApi';
import { useText } from '../../translations';
import { ActionDialog, ActionProgress, JobMenu } from '../ActionDialog';
import { Checkpoints } from '../Checkpoints';
import { CopyablePath } from '../CopyablePath';
import { Panel } from '../Panel';
import { SnapshotsTable } from '../SnapshotsTable';
import { Starts } from '../Starts';
import { Empty } from '../states';
import { VerdictHeader } from '../VerdictHeader';
import styles from './StateOfEnvironment.module.css';

const MENU = ['suspend', 'resume', 'restart'] as const;

/** The state of a job in one environment. */
export function StateOfEnvironment(props: {
  entity: EntityName;
  pipelineRef: string;
  one: JobStateView['environments'][number];
  /** Newest first. */
  actions: readonly ActionView[];
  onDone: () => void;
}) {
  const { entity, pipelineRef, one, actions, onDone } = props;
  const { job, snapshots, savepointRefusal, startsFrom } = one;
  const environment = one.environment.name;
  const place = { pipeline: pipelineRef, environment, job: job.name };
  const t = useText();
  const [asked, setAsked] = useState<FlinkAction>();
  return (
    <Panel
      title={t('state.title', { environment })}
      aside={
        <div className={styles.line}>
          {savepointRefusal && (
            <Text color="secondary">{savepointRefusal}</Text>
          )}
          <Button
            variant="primary"
            isDisabled={Boolean(savepointRefusal)}
            onPress={() => setAsked({ action: 'savepoint' })}
          >
            {t('state.action.savepoint')}
          </Button>
          <JobMenu
            actions={MENU}
            place={place}
            isDisabled={!job.object}
            onAsk={action => setAsked({ action })}
          />
        </div>
      }
    >
      <Flex direction="column" gap="3">
        <VerdictHeader verdict={job.report} />
        {actions.slice(0, 1).map(action => (
          <ActionProgress key={action.id} action={action} />
        ))}
        {startsFrom && (
          <div className={styles.line}>
            <Text>{`${t('state.startsFrom')}: ${startsFrom.sentence}`}</Text>
            {startsFrom.path && <CopyablePath path={startsFrom.path} />}
          </div>
        )}
        {job.object && (
          <Checkpoints entity={entity} environment={environment} />
        )}
        {one.schedule && <Text color="secondary">{one.schedule}</Text>}
        {snapshots.length > 0 ? (
          <SnapshotsTable snapshots={snapshots} onAsk={setAsked} />
        ) : (
          <Empty title={t('state.none')}>
            <Text>{t('state.noneHint')}</Text>
          </Empty>
        )}
        {one.brokersUnanswered?.map(sentence => (
          <Text key={sentence} color="secondary">
            {sentence}
          </Text>
        ))}
        <Starts
          entity={entity}
          job={job.name}
          environment={environment}
          starts={one.starts}
          onDone={onDone}
        />
      </Flex>
      {asked && (
        <ActionDialog
          entity={entity}
          place={place}
          action={asked}
          isStandalone={job.object?.kind === 'StatefulSet'}
          onDone={onDone}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Panel>
  );
}
