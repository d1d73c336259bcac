import { Button, Flex, SearchField } from '@backstage/ui';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  HEALTHS,
  PipelineFacets,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useState } from 'react';
import { useText } from '../../translations';
import { FacetOption, FacetSelect } from './FacetSelect';
import styles from './FleetPage.module.css';
import {
  Filter,
  FILTERS,
  FleetParams,
  isFiltered,
  NO_FILTERS,
} from './fleetParams';

/** How long a person may pause while typing (ms). */
const PAUSE = 200;

/** Search and filters; what they can be set to comes from the backend. */
export function FleetFilters(props: {
  params: FleetParams;
  facets: PipelineFacets;
  onChange: (change: Readonly<Record<string, readonly string[]>>) => void;
}) {
  const { params, facets, onChange } = props;
  const t = useText();
  const options: Record<Filter, FacetOption[]> = {
    health: HEALTHS.filter(health => facets.health[health]).map(health => ({
      value: health,
      label: t(`common.health.${health}`),
      count: facets.health[health],
    })),
    owner: named(facets.owner, ownerName),
    cluster: named(facets.cluster),
    environment: named(facets.environment),
    engine: (['kafka', 'flink', 'spark'] as const)
      .filter(engine => facets.engine[engine])
      .map(engine => ({
        value: engine,
        label: t(`common.engine.${engine}`),
        count: facets.engine[engine],
      })),
  };
  return (
    <Flex gap="2" align="center" className={styles.filters}>
      <Search
        text={params.query.text ?? ''}
        onChange={text => onChange({ text: text ? [text] : [] })}
      />
      {FILTERS.map(filter => (
        <FacetSelect
          key={filter}
          label={t(`fleet.filter.${filter}`)}
          options={options[filter]}
          selected={params.query[filter] ?? []}
          onChange={values => onChange({ [filter]: values })}
        />
      ))}
      {isFiltered(params) && (
        <Button variant="tertiary" onPress={() => onChange(NO_FILTERS)}>
          {t('fleet.clear')}
        </Button>
      )}
    </Flex>
  );
}

/** Tells after a pause what was typed; follows the address when that changes. */
function Search(props: { text: string; onChange: (text: string) => void }) {
  const { text, onChange } = props;
  const t = useText();
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return undefined;
    const timer = setTimeout(() => onChange(typed), PAUSE);
    return () => clearTimeout(timer);
    // Only typing starts the clock.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  return (
    <SearchField
      className={styles.search}
      aria-label={t('fleet.search')}
      placeholder={t('fleet.searchHint')}
      size="small"
      value={typed}
      onChange={setTyped}
    />
  );
}

/** `web` of `group:default/web`. */
export function ownerName(ref: string): string {
  return humanizeEntityRef(parseEntityRef(ref), {
    defaultKind: 'group',
    defaultNamespace: 'default',
  });
}

function named(
  counts: Readonly<Record<string, number>>,
  label: (value: string) => string = value => value,
): FacetOption[] {
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count, label: label(value) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
