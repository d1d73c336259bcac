import { Alert, Button, Flex, Skeleton } from '@backstage/ui';
import { ReactNode } from 'react';
import { LivePreview } from '../../api/usePreview';
import { FieldGroup } from '../../components/FieldGroup';
import styles from './ReviewFrame.module.css';

/** What every review does alike while it waits, and where it could not be made. */
export function ReviewFrame<T>(props: {
  title: string;
  description?: string;
  live: LivePreview<T>;
  children: (preview: T) => ReactNode;
}) {
  const { title, description, live, children } = props;
  const { preview, error, loading, retry } = live;
  return (
    <FieldGroup title={title} description={description}>
      {error && (
        <Alert
          status="danger"
          icon
          title="The review could not be made"
          description={error.message}
          customActions={
            <Button size="small" variant="secondary" onPress={retry}>
              Try again
            </Button>
          }
        />
      )}
      {!preview && loading && <Loading />}
      {preview && (
        <div className={styles.review} aria-busy={loading}>
          {children(preview)}
        </div>
      )}
    </FieldGroup>
  );
}

function Loading() {
  return (
    <Flex direction="column" gap="3" aria-busy="true" aria-label="Loading">
      <Skeleton width="40%" height={24} />
      <Skeleton width="100%" height={120} />
      <Skeleton width="60%" height={24} />
      <Skeleton width="100%" height={200} />
    </Flex>
  );
}
