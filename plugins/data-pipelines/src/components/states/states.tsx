import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { RelativeTime } from '../RelativeTime';

/** The shape of what is coming. */
export function Loading(props: { rows?: number }) {
  const rows = Array.from({ length: props.rows ?? 4 }, (_, index) => index);
  return (
    <Flex direction="column" gap="3" aria-busy="true" aria-label="Loading">
      <Skeleton width="60%" height={28} />
      {rows.map(row => (
        <Skeleton key={row} width="100%" height={20} />
      ))}
    </Flex>
  );
}

/** What would be here, and how to get it. */
export function Empty(props: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="2">
      <Text variant="title-x-small">{props.title}</Text>
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
  return (
    <Alert
      status="danger"
      icon
      title="The portal could not load this"
      description={
        <>
          {error.message}
          {updatedAt !== undefined && (
            <>
              . What you see was loaded{' '}
              <RelativeTime at={new Date(updatedAt).toISOString()} />.
            </>
          )}
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          Try again
        </Button>
      }
    />
  );
}
