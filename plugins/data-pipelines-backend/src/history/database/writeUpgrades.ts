import {
  SpecChange,
  specChanges,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Knex } from 'knex';
import { PlacedFact, UpgradeFact } from '../facts/Fact';
import { milliseconds } from './milliseconds';
import { entryId, specId } from './ids';
import { byId, chunks, EntryRow, placeColumns, SpecRow } from './tables';

/** An upgrade that rewrites everything is cut to this many fields. */
const MOST = 100;

type Upgrade = PlacedFact<UpgradeFact>;

/**
 * The last spec of each object is kept, so that the next one is compared with
 * it also when the portal did not run in between.
 */
export async function writeUpgrades(
  trx: Knex,
  facts: readonly Upgrade[],
): Promise<void> {
  const inOrder = [...facts].sort((a, b) => a.generation - b.generation);
  const firsts = new Map<string, Upgrade>();
  const later: Upgrade[] = [];
  for (const fact of inOrder) {
    const id = specId(fact.place, fact.uid);
    if (firsts.has(id)) later.push(fact);
    else firsts.set(id, fact);
  }
  const known = await writeFirst(trx, [...firsts.values()]);
  for (const fact of [...known, ...later]) await writeNext(trx, fact);
}

/** @returns those of objects that were known already */
async function writeFirst(
  trx: Knex,
  facts: readonly Upgrade[],
): Promise<Upgrade[]> {
  const fresh = new Set<string>();
  for (const rows of chunks(byId(facts.map(specRow)))) {
    const inserted = await trx<SpecRow>('history_specs')
      .insert(rows)
      .onConflict('id')
      .ignore()
      .returning('id');
    for (const { id } of inserted) fresh.add(id);
  }
  return facts.filter(fact => !fresh.has(specId(fact.place, fact.uid)));
}

async function writeNext(trx: Knex, fact: Upgrade): Promise<void> {
  const row = specRow(fact);
  for (;;) {
    const kept = await trx<SpecRow>('history_specs')
      .where({ id: row.id })
      .first();
    if (!kept || Number(kept.generation) >= fact.generation) return;
    // Only from the generation that it was compared with.
    const replaced = await trx<SpecRow>('history_specs')
      .where({ id: row.id, generation: kept.generation })
      .update(row);
    if (replaced === 0) continue;
    const changes = specChanges(kept.spec, fact.spec).slice(0, MOST);
    if (changes.length === 0 && fact.deleting) return;
    await trx<EntryRow>('history_entries')
      .insert(upgradeRow(fact, changes))
      .onConflict('id')
      .ignore();
    return;
  }
}

function specRow(fact: Upgrade): SpecRow {
  return {
    id: specId(fact.place, fact.uid),
    generation: fact.generation,
    spec: fact.spec,
    seen_at: milliseconds(fact.at),
  };
}

function upgradeRow(fact: Upgrade, changes: SpecChange[]): EntryRow {
  const { place, uid, generation, by } = fact;
  return {
    id: entryId(place, 'upgrade', `${uid} ${generation}`),
    ...placeColumns(place),
    kind: 'upgrade',
    at: milliseconds(fact.at),
    rank: 0,
    open: false,
    alias: null,
    count: null,
    earlier_count: 0,
    first_at: null,
    detail: JSON.stringify({ generation, changes, by }),
  };
}
