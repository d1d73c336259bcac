import { Alert, Button, Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { Bone } from '../Bone';
import { useText } from '../../translations';
import { RelativeTime } from '../RelativeTime';

/** The shape of what is coming. */
export function Loading(props: { rows?: number }) {
  const t = useText();
  const rows = Array.from({ length: props.rows ?? 4 }, (_, index) => index);
  return (
    <Flex
      direction="column"
      gap="3"
      role="status"
      aria-busy="true"
      aria-label={t('common.state.loading')}
    >
      <Bone width="60%" height={28} />
      {rows.map(row => (
        <Bone key={row} width="100%" height={20} />
      ))}
    </Flex>
  );
}

/** What would be here, and how to get it. */
export function Empty(props: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="2">
      <Text as="h2" variant="title-x-small">
        {props.title}
      </Text>
      {props.children}
    </Flex>
  );
}

/** What failed; shown above what still can be shown. */
export function Failed(props: {
  error: Error;
  updatedAt?: number;
  onRetry: () => void;
}) {
  const { error, updatedAt, onRetry } = props;
  const t = useText();
  return (
    <Alert
      status="danger"
      icon
      title={t('common.state.failed')}
      description={
        <>
          {error.message}
          {updatedAt !== undefined && (
            <>
              . {t('common.state.shownFrom')}{' '}
              <RelativeTime at={new Date(updatedAt).toISOString()} />.
            </>
          )}
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('common.state.retry')}
        </Button>
      }
    />
  );
}
