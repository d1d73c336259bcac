import { useEntity } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { Link } from 'react-router-dom';
import { Bone } from '../Bone';
import { useDrift } from '../../hooks';
import { useText } from '../../translations';
import styles from './UpgradeLine.module.css';
import { upgradeSentence } from './upgradeSentence';

/** One line on the pipeline's page that leads to the tab "Git and cluster". */
export function UpgradeLine() {
  const { entity } = useEntity();
  const t = useText();
  const { data, error } = useDrift({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  if (!data && !error) {
    return (
      <Bone width={220} height={20} aria-label={t('common.state.loading')} />
    );
  }
  const { text, worthALook } = data
    ? upgradeSentence(data, t)
    : { text: t('drift.line.unknown'), worthALook: true };
  return (
    <Text color="secondary">
      {text}{' '}
      <Link to="../git" relative="path" className={styles.link}>
        → {t(worthALook ? 'drift.line.seeDiff' : 'drift.line.see')}
      </Link>
    </Text>
  );
}
