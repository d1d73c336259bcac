import { Flex } from '@backstage/ui';
import { Bone } from '../Bone';
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
        <Bone width={140} height={20} />
        <Bone width="60%" height={28} />
        <Bone width="40%" height={20} />
      </Flex>
      <Bone width="100%" height={220} />
      <Bone width="100%" height={96} />
      <Bone width="100%" height={180} />
    </Flex>
  );
}
