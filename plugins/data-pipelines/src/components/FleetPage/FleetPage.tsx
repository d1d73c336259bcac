import { Container, Flex, SearchField, Select, Text } from '@backstage/ui';
import {
  Health,
  HEALTHS,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Link, useSearchParams } from 'react-router-dom';
import { usePipelines } from '../../hooks';
import { ClusterBanners } from '../ClusterBanners';
import { Empty, Failed, Loading } from '../states';
import { filterPipelines } from './filterPipelines';
import { FleetTable } from './FleetTable';

const ANY = 'any';

/** Is anything of mine broken? */
export function FleetPage() {
  const { data, error, loading, updatedAt, reload } = usePipelines();
  const [params, setParams] = useSearchParams();
  const filter = {
    text: params.get('text') ?? '',
    health: (params.get('health') ?? '') as Health | '',
    owner: params.get('owner') ?? '',
  };
  const set = (key: keyof typeof filter, value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value && value !== ANY) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  const owners = [
    ...new Set(data?.items.flatMap(({ owner }) => owner ?? [])),
  ].sort();
  const rows = data && filterPipelines(data.items, filter);
  return (
    <Container>
      <Flex direction="column" gap="4">
        {error && (
          <Failed error={error} updatedAt={updatedAt} onRetry={reload} />
        )}
        {data && <ClusterBanners clusters={data.clusters} />}
        {loading && !data && <Loading rows={8} />}
        {data?.items.length === 0 && <NoPipelines />}
        {rows && data.items.length > 0 && (
          <>
            <Flex gap="3" align="end">
              <SearchField
                aria-label="Search pipelines"
                placeholder="Search"
                value={filter.text}
                onChange={value => set('text', value)}
              />
              <Select
                aria-label="Health"
                value={filter.health || ANY}
                options={[
                  { value: ANY, label: 'Any health' },
                  ...HEALTHS.map(value => ({ value, label: value })),
                ]}
                onChange={value => set('health', String(value))}
              />
              <Select
                aria-label="Owner"
                value={filter.owner || ANY}
                options={[
                  { value: ANY, label: 'Any owner' },
                  ...owners.map(value => ({
                    value,
                    label: value.replace(/^.*\//, ''),
                  })),
                ]}
                onChange={value => set('owner', String(value))}
              />
              <Text color="secondary">
                {rows.length} of {data.items.length}
              </Text>
            </Flex>
            {rows.length > 0 ? (
              <FleetTable rows={rows} />
            ) : (
              <Empty title="No pipeline matches">
                <Link to="?">Show all {data.items.length}</Link>
              </Empty>
            )}
          </>
        )}
      </Flex>
    </Container>
  );
}

function NoPipelines() {
  return (
    <Empty title="There are no data pipelines yet">
      <Text>
        A pipeline is a set of Kafka topics and the Flink or Spark jobs between
        them, in one Helm chart in Git.
      </Text>
      <Text>
        Its page says whether it works and, if not, why and what to do.
      </Text>
      <Link to="/create">Create one, or register a catalog-info.yaml</Link>
    </Empty>
  );
}
