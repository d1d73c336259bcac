import {
  Health,
  HistoryKind,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Place } from '../facts/Fact';

/** PostgreSQL's driver gives a bigint as text, SQLite's as a number. */
export type Bigint = number | string;

/** Where something happened. */
export interface PlaceColumns {
  pipeline_ref: string;
  environment: string;
  cluster: string;
  entity_ref: string | null;
  object: string;
}

export interface EntryRow extends PlaceColumns {
  id: string;
  kind: HistoryKind;
  at: Bigint;
  rank: Bigint;
  open: boolean | number;
  alias: string | null;
  count: Bigint | null;
  earlier_count: Bigint;
  first_at: Bigint | null;
  /** JSON. */
  detail: string;
}

export interface StateRow extends PlaceColumns {
  id: string;
  health: Health;
  reason: string;
  message: string;
  previous: Health | null;
  expected: string | null;
  version: Bigint;
  since: Bigint;
  at: Bigint;
  changes: Bigint;
  seen_at: Bigint;
}

export interface SpecRow {
  id: string;
  generation: Bigint;
  spec: string;
  seen_at: Bigint;
}

export interface EventCountRow {
  id: string;
  entry_id: string;
  count: Bigint;
  at: Bigint;
}

export function placeColumns(place: Place): PlaceColumns {
  return {
    pipeline_ref: place.pipelineRef,
    environment: place.environment,
    cluster: place.cluster,
    entity_ref: place.entityRef ?? null,
    object: place.object,
  };
}

export function placeOf(columns: PlaceColumns): Place {
  return {
    pipelineRef: columns.pipeline_ref,
    environment: columns.environment,
    cluster: columns.cluster,
    entityRef: columns.entity_ref ?? undefined,
    object: columns.object,
  };
}

/** As many rows as one statement takes: SQLite allows 32,766 values in one. */
export function chunks<T>(rows: readonly T[], size = 500): T[][] {
  const made: T[][] = [];
  for (let i = 0; i < rows.length; i += size) {
    made.push(rows.slice(i, i + size));
  }
  return made;
}

/** Rows in one order everywhere: two replicas never wait for each other. */
export function byId<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}
