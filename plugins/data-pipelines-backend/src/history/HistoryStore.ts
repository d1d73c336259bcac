import {
  HistoryEntry,
  HistoryKind,
  KeptStart,
  StartAcknowledgement,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { RecordedHealth } from '../fleet/HealthLog';
import { PlacedStart } from './database/startRows';
import { PlacedFact } from './facts/Fact';

/** What happened, kept. Several replicas write to one store. */
export interface HistoryStore {
  /**
   * Writes all or nothing. The same facts again, by whichever replica, change
   * nothing.
   */
  write(facts: readonly PlacedFact[]): Promise<void>;
  /** @throws Error where the database does not answer */
  check(): Promise<void>;
  /** Newest first. */
  page(query: HistoryQuery): Promise<StoredPage>;
  /** Generation of every object whose spec is kept, by {@link specId}. */
  knownGenerations(): Promise<Map<string, number>>;
  /** The health of every part as it was recorded last, by {@link stateId}. */
  knownStates(): Promise<Map<string, KnownState>>;
  /** The newest starts of every job, so many of each. */
  newestStarts(most: number): Promise<PlacedStart[]>;
  /** The starts of which any replica wrote something since a moment. */
  startsChanged(since: Date): Promise<PlacedStart[]>;
  /**
   * Keeps that somebody knows of a start; who is first is kept.
   *
   * @returns the start as it is then; undefined where there is none
   */
  acknowledge(
    id: string,
    acknowledgement: StartAcknowledgement,
  ): Promise<KeptStart | undefined>;
  /** These are still there: their age does not count. */
  touch(ids: Touched, now: Date): Promise<void>;
  /** Forgets what is older or more than the limits allow. */
  clean(limits: HistoryLimits, now: Date): Promise<CleanedRows>;
}

/** Which part of the history to read. */
export interface HistoryQuery {
  /** All of a pipeline, or of one entity. */
  of: { pipelineRef: string } | { entityRef: string };
  environment?: string;
  kinds?: readonly HistoryKind[];
  limit: number;
  /** Where the page before ended. */
  after?: HistoryPosition;
}

/** A part of the history. */
export interface StoredPage {
  items: HistoryEntry[];
  /** Where the next page begins; absent on the last. */
  next?: HistoryPosition;
}

/** A place in the history. */
export interface HistoryPosition {
  /** Milliseconds since the epoch. */
  at: number;
  id: string;
}

/** The health of a part as it was recorded last. */
export interface KnownState extends RecordedHealth {
  version: number;
}

/** What is still there. */
export interface Touched {
  states: readonly string[];
  specs: readonly string[];
}

/** How much is kept. Durations in milliseconds. */
export interface HistoryLimits {
  retention: number;
  eventsRetention: number;
  /** Entries of one object: of events, and of each other kind. */
  eventsPerObject: number;
  entriesPerObject: number;
}

/** How many rows a cleaning took away. */
export interface CleanedRows {
  old: number;
  surplus: number;
}
