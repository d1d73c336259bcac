import { Flex, Skeleton } from '@backstage/ui';
import { useText } from '../../translations';

/** The shape of a pipeline's page: verdict, drawing, tables. */
export function LoadingPipeline() {
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
        <Skeleton width="40%" height={20} />
      </Flex>
      <Skeleton width="100%" height={220} />
      <Skeleton width="100%" height={96} />
      <Skeleton width="100%" height={180} />
    </Flex>
  );
}
