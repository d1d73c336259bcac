import { Flex, Text } from '@backstage/ui';
import { JobView } from '@headworks/backstage-plugin-data-pipelines-common';
import { Link } from 'react-router-dom';
import { useKubernetesTab } from '../../hooks/useKubernetesTab';
import { useText } from '../../translations';
import { DriftCommand } from '../DriftCommand';
import { Panel } from '../Panel';
import styles from './JobPage.module.css';
import { kubectlCommand } from './kubectlCommand';

/** Where else to look: pipeline, pods and logs, savepoints, a terminal. */
export function LookCloser(props: { job: JobView; pipeline: string }) {
  const { job, pipeline } = props;
  const t = useText();
  const kubernetes = useKubernetesTab();
  return (
    <Panel title={t('job.elsewhere')}>
      <Flex direction="column" gap="3">
        <Flex gap="4" className={styles.links}>
          <Link to={`${pipeline}/pipeline`} className={styles.link}>
            {t('job.toPipeline')}
          </Link>
          {job.engine === 'flink' && (
            <Link to="../state" relative="path" className={styles.link}>
              {t('job.state')}
            </Link>
          )}
          {kubernetes && (
            <Link to={kubernetes} relative="path" className={styles.link}>
              {t('job.kubernetes')}
            </Link>
          )}
        </Flex>
        {job.object && (
          <Flex direction="column" gap="1">
            <Text color="secondary">
              {t('job.command', { cluster: job.object.cluster })}
            </Text>
            <DriftCommand command={kubectlCommand(job.object)} />
          </Flex>
        )}
      </Flex>
    </Panel>
  );
}
