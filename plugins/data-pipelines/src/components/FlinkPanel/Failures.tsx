import { Flex, Text } from '@backstage/ui';
import { FlinkFailure } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { cutLong } from '../Lately';
import { RelativeTime } from '../RelativeTime';
import { useSome } from '../ShowMore';
import styles from './FlinkPanel.module.css';

const FIRST = 3;

/** What made a job fail, the latest first. */
export function Failures(props: { failures: readonly FlinkFailure[] }) {
  const t = useText();
  const { some, more } = useSome(props.failures, FIRST);
  if (props.failures.length === 0) {
    return <Text color="secondary">{t('flink.noFailures')}</Text>;
  }
  return (
    <Flex direction="column" gap="2">
      <Text weight="bold">{t('flink.failures')}</Text>
      <ul className={styles.failures} aria-label={t('flink.failures')}>
        {some.map(({ at, message, around, task }) => (
          <li key={`${at} ${message}`}>
            <Text color="secondary">
              <RelativeTime at={at} />
            </Text>
            <div
              className={styles.message}
              title={[...around, message].join('\n')}
            >
              {cutLong(message)}
              {task && (
                <Text as="p" variant="body-small" color="secondary">
                  {t('flink.in', { task })}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ul>
      {more}
    </Flex>
  );
}
