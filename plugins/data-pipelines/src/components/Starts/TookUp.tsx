import { Flex, Text } from '@backstage/ui';
import { StartView } from '@headworks/backstage-plugin-data-pipelines-common';
import { useText } from '../../translations';
import { CopyablePath } from '../CopyablePath';

/** What a job took up when it started, and who says so. */
export function TookUp({ start }: { start: StartView }) {
  const { from, isStateless, path, saidBy } = start;
  const t = useText();
  return (
    <Flex direction="column" gap="1" align="start">
      <Text>
        {isStateless ? t('starts.stateless') : t(`starts.from.${from}`)}
      </Text>
      {path && <CopyablePath path={path} shown={28} />}
      {saidBy && (
        <Text color="secondary" variant="body-x-small">
          {t(`starts.saidBy.${saidBy}`)}
        </Text>
      )}
    </Flex>
  );
}
