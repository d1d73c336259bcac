import { useEntity } from '@backstage/plugin-catalog-react';
import { Skeleton, Text } from '@backstage/ui';
import { Link } from 'react-router-dom';
import { useDrift } from '../../hooks';
import styles from './UpgradeLine.module.css';
import { upgradeSentence } from './upgradeSentence';

/** One line on the pipeline's page that leads to the tab "Git and cluster". */
export function UpgradeLine() {
  const { entity } = useEntity();
  const { data, error } = useDrift({
    namespace: entity.metadata.namespace ?? 'default',
    name: entity.metadata.name,
  });
  if (!data && !error) {
    return <Skeleton width={220} height={20} aria-label="Loading" />;
  }
  const { text, worthALook } = data
    ? upgradeSentence(data)
    : { text: 'Git cannot be compared', worthALook: true };
  return (
    <Text color="secondary">
      {text}{' '}
      <Link to="../git" relative="path" className={styles.link}>
        {worthALook ? '→ see the diff' : '→ Git and cluster'}
      </Link>
    </Text>
  );
}
