import { Flex, Text } from '@backstage/ui';
import { Verdict } from '@headworks/backstage-plugin-data-pipelines-common';
import { HealthLabel } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import styles from './VerdictHeader.module.css';

/** The answer of a page: one sentence, since when, and what to do. */
export function VerdictHeader(props: { verdict: Verdict }) {
  const { verdict } = props;
  return (
    <Flex direction="column" gap="1" data-testid="verdict" aria-live="polite">
      <Flex gap="3" align="center">
        <HealthLabel health={verdict.health} stale={verdict.stale} />
        {verdict.since && (
          <Text color="secondary">
            since <RelativeTime at={verdict.since} />
          </Text>
        )}
      </Flex>
      <Text as="h2" variant="title-x-small" className={styles.sentence}>
        {verdict.message}
      </Text>
      {verdict.nextStep && (
        <Text className={styles.sentence}>→ {verdict.nextStep}</Text>
      )}
    </Flex>
  );
}
