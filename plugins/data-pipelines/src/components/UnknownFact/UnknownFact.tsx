import { Text } from '@backstage/ui';
import { useText } from '../../translations';

/** Rather a dash than a guess; read aloud in words. */
export function UnknownFact() {
  const t = useText();
  return (
    <Text color="secondary" title={t('pipeline.unknownFact')}>
      <span role="img" aria-label={t('pipeline.unknownFact')}>
        –
      </span>
    </Text>
  );
}
