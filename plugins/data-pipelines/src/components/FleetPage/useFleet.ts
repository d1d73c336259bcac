import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Pipelines, usePipelines } from '../../hooks';
import { FleetParams, readParams, Tab, withParams } from './fleetParams';
import { useWhose } from './useWhose';

/** No entity can have this name, so this asks for nothing but the facets. */
const NOTHING = ['component:default/-'];

/** What the fleet page shows, and what the person may change about it. */
export interface Fleet {
  params: FleetParams;
  tab: Tab;
  /** Whom the tab "Mine" is about. */
  owners: readonly string[];
  /** Names the list: another one is another list. */
  question: string;
  pipelines: Pipelines;
  change: (change: Readonly<Record<string, readonly string[]>>) => void;
}

/** Joins the address, the viewer and the backend. */
export function useFleet(): Fleet {
  const [search, setSearch] = useSearchParams();
  const params = readParams(search);
  const whose = useWhose();
  const owners = whose?.mine.owner ?? [];
  const [preferred, setPreferred] = useState<Tab>();
  const tab = params.tab ?? preferred ?? 'mine';
  const query = whose && queryOf(params, whose[tab]);
  const pipelines = usePipelines(query);

  const { data, pending } = pipelines;
  if (!preferred && data && !pending) {
    // Decided once: what changes later must not turn the page over.
    const mine = owners.some(owner => data.facets.owner[owner]);
    setPreferred(mine ? 'mine' : 'all');
  }
  return {
    params,
    tab,
    owners,
    question: JSON.stringify(query),
    pipelines,
    change: change =>
      setSearch(before => withParams(before, change), { replace: true }),
  };
}

function queryOf(
  { query }: FleetParams,
  whose: Pick<PipelineQuery, 'owner' | 'ref'>,
): PipelineQuery {
  const asked = query.owner ?? [];
  const owner = whose.owner
    ? whose.owner.filter(ref => asked.length === 0 || asked.includes(ref))
    : asked;
  const nothing =
    whose.ref?.length === 0 || (whose.owner && owner.length === 0);
  return { ...query, owner, ref: nothing ? NOTHING : whose.ref };
}
