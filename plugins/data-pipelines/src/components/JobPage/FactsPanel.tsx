import { JobView } from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';
import { Panel } from '../Panel';
import { bytesText } from '../PartFacts';
import { RelativeTime } from '../RelativeTime';
import { TimeUntil } from '../TimeUntil';
import styles from './JobPage.module.css';
import { LastCheckpoint } from './LastCheckpoint';

/** What runs: version, image, size, restarts. What is not known is left out. */
export function FactsPanel({ job }: { job: JobView }) {
  const { engine, facts } = job;
  const t = useText();
  const { version, image, parallelism, pods, resources, restarts } = facts;
  const { checkpointsUnknown, lastCheckpoint } = facts;
  const { schedule, lastRun, nextRun } = facts;
  const known: Array<[string, ReactNode]> = [
    [
      t('job.fact.version'),
      [t(`common.engine.${engine}`), version].filter(Boolean).join(' '),
    ],
    [t('job.fact.image'), image && <CopyablePath path={image} />],
    [
      engine === 'flink' ? t('job.fact.parallelism') : t('job.fact.executors'),
      parallelism,
    ],
    [
      t('job.fact.pods'),
      pods &&
        t('pipeline.ready', {
          ready: String(pods.ready),
          wanted: String(pods.wanted),
        }),
    ],
    [
      t('job.fact.cpu'),
      resources?.cpu !== undefined && t('job.cores', { count: resources.cpu }),
    ],
    [
      t('job.fact.memory'),
      resources?.memory !== undefined && bytesText(resources.memory),
    ],
    [t('job.fact.restarts'), restarts],
    [
      t('job.fact.checkpoint'),
      (lastCheckpoint || checkpointsUnknown) && (
        <LastCheckpoint facts={facts} />
      ),
    ],
    [
      t('job.fact.schedule'),
      schedule && (
        <code className={styles.mono}>
          {schedule.timeZone
            ? t('job.scheduleZone', {
                cron: schedule.cron,
                zone: schedule.timeZone,
              })
            : schedule.cron}
        </code>
      ),
    ],
    [t('job.fact.lastRun'), lastRun && <RelativeTime at={lastRun} />],
    [t('job.fact.nextRun'), nextRun && <TimeUntil at={nextRun} />],
  ];
  return (
    <Panel title={t('job.facts')}>
      <dl className={styles.facts}>
        {known
          .filter(([, value]) => value !== undefined && value !== false)
          .map(([name, value]) => (
            <div
              key={name}
              className={styles.fact}
              data-wide={
                name === t('job.fact.image') ||
                (name === t('job.fact.checkpoint') && checkpointsUnknown)
                  ? true
                  : undefined
              }
            >
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
}
