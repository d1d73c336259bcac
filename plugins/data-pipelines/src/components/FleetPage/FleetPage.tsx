import { Button, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { useText } from '../../translations';
import { ClusterBanners } from '../ClusterBanners';
import { Failed } from '../states';
import { FleetFilters } from './FleetFilters';
import styles from './FleetPage.module.css';
import { FleetLinks } from './FleetLinks';
import { isFiltered, NO_FILTERS } from './fleetParams';
import { LoadingRows, NoMatch, NoPipelines } from './FleetStates';
import { FleetTable } from './FleetTable';
import { FleetTabs } from './FleetTabs';
import { Fleet, useFleet } from './useFleet';
import { useFleetRows } from './useFleetRows';

/** Is anything of mine broken? */
export function FleetPage() {
  const fleet = useFleet();
  const { data, error, loading, updatedAt, reload } = fleet.pipelines;
  return (
    <Container>
      <Flex direction="column" gap="4">
        {error && (
          <Failed error={error} updatedAt={updatedAt} onRetry={reload} />
        )}
        {data && (
          <ClusterBanners
            catalog={data.catalog}
            clusters={data.clusters}
            pipelines={data.facets.cluster}
          />
        )}
        {data?.facets.all === 0 ? (
          <NoPipelines />
        ) : (
          <>
            <Head fleet={fleet} />
            {loading && <LoadingRows />}
            {data && <List fleet={fleet} />}
          </>
        )}
      </Flex>
    </Container>
  );
}

function Head({ fleet }: { fleet: Fleet }) {
  const facets = fleet.pipelines.data?.facets;
  const mine = fleet.owners.reduce(
    (sum, owner) => sum + (facets?.owner[owner] ?? 0),
    0,
  );
  return (
    <>
      <Flex justify="between" align="center" gap="3" className={styles.head}>
        <FleetTabs
          selected={fleet.tab}
          counts={{
            mine: facets && mine,
            starred: undefined,
            all: facets?.all,
          }}
          onChange={tab => fleet.change({ show: [tab] })}
        />
        <FleetLinks />
      </Flex>
      {facets && (
        <FleetFilters
          params={fleet.params}
          facets={facets}
          onChange={fleet.change}
        />
      )}
    </>
  );
}

function List({ fleet }: { fleet: Fleet }) {
  const t = useText();
  const { params, pipelines, question, tab, change } = fleet;
  const { data, pending, loadMore } = pipelines;
  const [held, setHeld] = useState(false);
  const { rows, reordered, reorder } = useFleetRows(
    data?.items ?? [],
    question,
    held,
  );
  if (!data) return null;
  if (data.items.length === 0) {
    return pending ? (
      <LoadingRows />
    ) : (
      <NoMatch
        tab={tab}
        filtered={isFiltered(params)}
        all={data.facets.all}
        onClear={() => change(NO_FILTERS)}
        onAll={() => change({ show: ['all'] })}
      />
    );
  }
  return (
    <>
      <Flex gap="3" align="center" className={styles.status}>
        <Text color="secondary" aria-live="polite">
          {t('fleet.shown', { count: data.total })}
        </Text>
        {reordered && (
          <Button size="small" variant="tertiary" onPress={reorder}>
            {`${t('fleet.reordered')}: ${t('fleet.reorder')}`}
          </Button>
        )}
      </Flex>
      <FleetTable
        rows={rows}
        total={data.total}
        sort={params.query}
        pending={pending}
        onSort={({ sort, order }) => change({ sort: [sort], order: [order] })}
        onEnd={data.nextCursor ? loadMore : undefined}
        onHeld={setHeld}
      />
    </>
  );
}
