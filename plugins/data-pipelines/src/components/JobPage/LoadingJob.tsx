import { Flex, Skeleton } from '@backstage/ui';
import { useText } from '../../translations';

/** The shape of a job's page: verdict, facts, pods. */
export function LoadingJob() {
  const t = useText();
  return (
    <Flex
      direction="column"
      gap="4"
      role="status"
      aria-busy="true"
      aria-label={t('common.state.loading')}
    >
      <Flex direction="column" gap="2">
        <Skeleton width={140} height={20} />
        <Skeleton width="60%" height={28} />
      </Flex>
      <Skeleton width="100%" height={150} />
      <Skeleton width="100%" height={180} />
      <Skeleton width="100%" height={120} />
    </Flex>
  );
}
