import {
  EnvironmentView,
  JobView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';
import { TimeUntil } from '../TimeUntil';
import { PartsTable } from './PartsTable';

/** The jobs of an environment with what is known of each. */
export function JobsTable(props: { view: EnvironmentView }) {
  const { view } = props;
  const t = useText();
  return (
    <PartsTable
      title={t('pipeline.jobs')}
      nameColumn={t('pipeline.column.job')}
      empty={t('pipeline.noJobs')}
      stale={view.verdict.stale}
      rows={view.jobs.map(job => ({ ...job, id: job.entityRef }))}
      columns={[
        {
          id: 'runs',
          title: t('pipeline.column.runs'),
          width: '13rem',
          cell: job => <RunsOn job={job} />,
        },
        {
          id: 'pods',
          title: t('pipeline.column.pods'),
          width: '7rem',
          cell: ({ facts: { pods } }) =>
            pods &&
            t('pipeline.ready', {
              ready: String(pods.ready),
              wanted: String(pods.wanted),
            }),
        },
        {
          id: 'restarts',
          title: t('pipeline.column.restarts'),
          width: '6rem',
          cell: ({ facts }) => facts.restarts,
        },
        {
          id: 'last',
          title: t('pipeline.column.last'),
          cell: job => lastOf(job),
        },
      ]}
    />
  );

  function lastOf({ facts }: JobView) {
    const { lastCheckpoint, nextRun, lastRun } = facts;
    if (lastCheckpoint) {
      return (
        <>
          {t('pipeline.checkpoint')} <RelativeTime at={lastCheckpoint.at} />
        </>
      );
    }
    if (nextRun) {
      return (
        <>
          {t('pipeline.nextRun')} <TimeUntil at={nextRun} />
        </>
      );
    }
    return (
      lastRun && (
        <>
          {t('pipeline.lastRun')} <RelativeTime at={lastRun} />
        </>
      )
    );
  }
}

function RunsOn({ job: { engine, facts } }: { job: JobView }) {
  const t = useText();
  const { version, parallelism } = facts;
  return [
    [t(`common.engine.${engine}`), version].filter(Boolean).join(' '),
    ...(parallelism === undefined
      ? []
      : [
          engine === 'flink'
            ? t('pipeline.parallelism', { number: String(parallelism) })
            : t('pipeline.executors', { count: parallelism }),
        ]),
  ].join(', ');
}
