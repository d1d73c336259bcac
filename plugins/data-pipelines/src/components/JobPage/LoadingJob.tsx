import { Flex } from '@backstage/ui';
import { Bone } from '../Bone';
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
        <Bone width={140} height={20} />
        <Bone width="60%" height={28} />
      </Flex>
      <Bone width="100%" height={150} />
      <Bone width="100%" height={180} />
      <Bone width="100%" height={120} />
    </Flex>
  );
}
