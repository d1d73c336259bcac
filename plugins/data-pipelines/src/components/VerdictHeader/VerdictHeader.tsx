import { Flex, Text } from '@backstage/ui';
import { Verdict } from '@headworks/backstage-plugin-data-pipelines-common';
import { Link } from 'react-router-dom';
import { useText } from '../../translations';
import { Changed } from '../Changed';
import { HealthLabel } from '../HealthLabel';
import { RelativeTime } from '../RelativeTime';
import styles from './VerdictHeader.module.css';

/** The answer of a page: one sentence, since when, and what to do. */
export function VerdictHeader(props: {
  verdict: Verdict;
  /** The page of what it is about, where that is another one. */
  cause?: { name: string; to: string };
}) {
  const { verdict, cause } = props;
  const t = useText();
  return (
    <Flex direction="column" gap="1" data-testid="verdict" aria-live="polite">
      <Flex gap="3" align="center">
        <Changed value={verdict.health}>
          <HealthLabel health={verdict.health} stale={verdict.stale} />
        </Changed>
        {verdict.since && (
          <Text color="secondary">
            {t('common.state.since')} <RelativeTime at={verdict.since} />
          </Text>
        )}
      </Flex>
      <Text as="h2" variant="title-x-small" className={styles.sentence}>
        {verdict.message}
      </Text>
      {(verdict.nextStep || cause) && (
        <div className={styles.sentence}>
          {verdict.nextStep && <Text>→ {verdict.nextStep}</Text>}{' '}
          {cause && (
            <Link to={cause.to} className={styles.cause}>
              {t('pipeline.open', { name: cause.name })}
            </Link>
          )}
        </div>
      )}
    </Flex>
  );
}
