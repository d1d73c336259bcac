import { Text } from '@backstage/ui';
import { SparkJobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { Columns, SuggestField, Suggestion } from '../../components/inputs';
import { RowInputs } from './JobInputs';
import styles from './ScheduleInputs.module.css';
import { scheduleOf, timeWords } from './schedule';

const SCHEDULES: Suggestion[] = [
  { value: '0 * * * *', description: 'every hour' },
  { value: '0 3 * * *', description: 'every day at 03:00' },
  { value: '0 3 * * 1', description: 'every Monday at 03:00' },
  { value: '0 3 1 * *', description: 'on the first of each month at 03:00' },
];
const OWN_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const TIME_ZONES = [
  ...new Set(['UTC', OWN_ZONE, ...Intl.supportedValuesOf('timeZone')]),
];
/** As many as a list can show; the rest comes with typing. */
const SHOWN = 20;

/** When a job runs: cron, what it means in words, and the next five times. */
export function ScheduleInputs(props: RowInputs<SparkJobForm>) {
  const { row, problemAt, onLeft, onChange } = props;
  const timeZone = row.timeZone || 'UTC';
  const schedule = row.schedule
    ? scheduleOf(row.schedule, timeZone)
    : undefined;
  return (
    <>
      <Columns>
        <SuggestField
          label="Schedule"
          description="Cron, five fields; empty: it runs once for each change"
          suggestions={SCHEDULES}
          value={row.schedule}
          problem={problemAt('schedule')}
          onBlur={onLeft('schedule')}
          onChange={text => onChange({ schedule: text || undefined })}
        />
        <SuggestField
          label="Time zone"
          description="Of the schedule"
          suggestions={zonesLike(timeZone)}
          value={row.timeZone ?? 'UTC'}
          onChange={text => onChange({ timeZone: text || undefined })}
        />
      </Columns>
      {schedule && schedule.problem === undefined && (
        <div className={styles.next}>
          <Text weight="bold">{schedule.words}</Text>
          <Text color="secondary">The next five times, in {timeZone}:</Text>
          <ol aria-label="The next five times">
            {schedule.next.map(time => (
              <li key={time.getTime()}>
                <time dateTime={time.toISOString()}>
                  {timeWords(time, timeZone)}
                </time>
              </li>
            ))}
          </ol>
        </div>
      )}
    </>
  );
}

function zonesLike(text: string): Suggestion[] {
  const like = TIME_ZONES.includes(text) ? '' : text.toLowerCase();
  return TIME_ZONES.filter(zone => zone.toLowerCase().includes(like))
    .slice(0, SHOWN)
    .map(value => ({ value }));
}
