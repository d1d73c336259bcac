import { Button, Flex, Text } from '@backstage/ui';
import { EventView } from '@headworks/backstage-plugin-data-pipelines-common';
import { RiErrorWarningFill, RiInformationLine } from '@remixicon/react';
import { useState } from 'react';
import { useText } from '../../translations';
import { cutLong } from '../Lately';
import { Nothing, Panel } from '../Panel';
import { RelativeTime } from '../RelativeTime';
import styles from './JobPage.module.css';

/** More than these push the page away. */
const MOST = 6;

/** What Kubernetes says of a job and its pods, newest first, folded. */
export function EventsPanel({ events }: { events: EventView[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? events : events.slice(0, MOST);
  return (
    <Panel
      title={t('job.events')}
      aside={
        events.length > MOST && (
          <Button size="small" variant="secondary" onPress={() => setAll(!all)}>
            {all
              ? t('job.eventsLess')
              : t('job.eventsMore', { number: String(events.length) })}
          </Button>
        )
      }
    >
      {events.length === 0 ? (
        <Nothing title={t('job.noEvents')}>{t('job.noEventsHint')}</Nothing>
      ) : (
        <ul className={styles.events} aria-label={t('job.events')}>
          {shown.map(event => (
            <li
              key={`${event.about} ${event.reason} ${event.message}`}
              className={styles.event}
            >
              <EventIcon type={event.type} />
              <Text color="secondary" className={styles.time}>
                <RelativeTime at={event.at} />
              </Text>
              <div className={styles.what} title={event.message}>
                {cutLong(event.message)}
                <Flex gap="2" className={styles.about}>
                  <Text variant="body-small" color="secondary">
                    {[
                      event.reason,
                      event.about,
                      ...(event.count > 1
                        ? [t('job.times', { count: event.count })]
                        : []),
                    ].join(' · ')}
                  </Text>
                </Flex>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function EventIcon({ type }: Pick<EventView, 'type'>) {
  const t = useText();
  return type === 'Warning' ? (
    <RiErrorWarningFill
      size={16}
      className={styles.warn}
      role="img"
      aria-label={t('job.warning')}
    />
  ) : (
    <RiInformationLine
      size={16}
      className={styles.quiet}
      role="img"
      aria-label={t('job.normal')}
    />
  );
}
