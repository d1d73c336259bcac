import { Button, ButtonLink, Flex, Text } from '@backstage/ui';
import { Bone } from '../Bone';
import { useText } from '../../translations';
import { Empty } from '../states';
import { CreateLink } from './FleetLinks';
import { Tab } from './fleetParams';
import styles from './FleetPage.module.css';

/** Where the annotation is described that lets a pipeline show what runs. */
const ADOPT = 'https://github.com/headworks/headworks/blob/main/docs/adopt.md';

/** Rows of the shape of what is coming. */
export function LoadingRows() {
  const t = useText();
  return (
    <div role="status" aria-busy="true" aria-label={t('common.state.loading')}>
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className={styles.skeleton}>
          <Bone width="80%" height={18} />
          <Bone width="70%" height={18} />
          <Bone width="90%" height={18} />
          <Bone width="60%" height={18} />
          <Bone width="70%" height={18} />
        </div>
      ))}
    </div>
  );
}

/** What a pipeline is, and the two ways to get one. */
export function NoPipelines() {
  const t = useText();
  return (
    <Empty title={t('fleet.none')}>
      <Text>{t('fleet.noneWhat')}</Text>
      <Text>{t('fleet.noneWhy')}</Text>
      <Text>{t('fleet.noneHow')}</Text>
      <Flex gap="2">
        <CreateLink />
        <ButtonLink href={ADOPT} variant="secondary">
          {t('fleet.adopt')}
        </ButtonLink>
      </Flex>
    </Empty>
  );
}

/** Nothing matches: why, and the way out. */
export function NoMatch(props: {
  tab: Tab;
  filtered: boolean;
  all: number;
  onClear: () => void;
  onAll: () => void;
}) {
  const { tab, filtered, all, onClear, onAll } = props;
  const t = useText();
  if (filtered) {
    return (
      <Empty title={t('fleet.noMatch')}>
        <Text>{t('fleet.noMatchHint', { number: all.toLocaleString() })}</Text>
        <Flex>
          <Button variant="secondary" onPress={onClear}>
            {t('fleet.clear')}
          </Button>
        </Flex>
      </Empty>
    );
  }
  const [title, hint] =
    tab === 'starred'
      ? [t('fleet.noneStarred'), t('fleet.noneStarredHint')]
      : [t('fleet.noneMine'), t('fleet.noneMineHint')];
  return (
    <Empty title={title}>
      <Text>{hint}</Text>
      <Flex>
        <Button variant="secondary" onPress={onAll}>
          {t('fleet.showAll', { number: all.toLocaleString() })}
        </Button>
      </Flex>
    </Empty>
  );
}
