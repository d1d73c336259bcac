import {
  FlinkStart,
  HealthReport,
  HistoryEntry,
  HistoryKind,
  HistoryPlace,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What an entry says beside when and where. */
export type Detail<K extends HistoryKind> = Omit<
  Extract<HistoryEntry, { kind: K }>,
  keyof HistoryPlace
>;

/** What something happened to. */
export type Place = Omit<HistoryPlace, 'id' | 'at'>;

/**
 * One thing that happened, before it is known whose it is. Whatever makes it
 * the same thing for every replica comes from the cluster, never from a clock
 * of ours.
 */
export type Fact =
  | TransitionFact
  | UpgradeFact
  | EventFact
  | ProgressFact<'run'>
  | ProgressFact<'restart'>
  | ProgressFact<'snapshot'>
  | StartFact;

/** A part has another health. */
export interface TransitionFact {
  kind: 'transition';
  /** ISO 8601. */
  at: string;
  report: HealthReport;
  before?: Pick<HealthReport, 'health' | 'reason'>;
  /** The newest resourceVersion known when it was found out; 0 for none. */
  version: number;
}

/** An object has another generation. */
export interface UpgradeFact {
  kind: 'upgrade';
  at: string;
  uid: string;
  generation: number;
  /** Its fields as they may be shown; see `specFields`. */
  spec: string;
  by?: string;
  /** A deletion raises the generation, too, and changes nothing. */
  deleting: boolean;
}

/** An event of Kubernetes, as often as it has counted so far. */
export interface EventFact {
  kind: 'event';
  at: string;
  firstAt: string;
  /** The same for all events that are folded into one. */
  key: string;
  /** uid of the Event object. */
  source: string;
  count: number;
  detail: Omit<Detail<'event'>, 'count' | 'firstAt'>;
}

/** Something that goes on: seen again, further on, it replaces itself. */
export interface ProgressFact<K extends 'run' | 'restart' | 'snapshot'> {
  kind: K;
  at: string;
  key: string;
  /** How far it has come: less never replaces more. */
  rank: number;
  /** It still runs: nothing else of the same object does. */
  open?: boolean;
  /** Another name of the same thing; the fact without one gives way. */
  alias?: string;
  detail: Detail<K>;
}

/** A fact and whose it is. */
export type PlacedFact<F extends Fact = Fact> = F & { place: Place };

/** A job started; seen again, more is known of it. */
export interface StartFact {
  kind: 'start';
  at: string;
  key: string;
  /** How much is known: less never replaces more. */
  rank: number;
  /** What was seen; the rest stays as it is known. */
  detail: FlinkStart;
}

/** Kinds of facts. */
export type FactKind = Fact['kind'];
