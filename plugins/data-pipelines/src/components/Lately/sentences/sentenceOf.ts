import {
  HistoryEntry,
  HistoryKind,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Texts } from '../../../translations';
import { eventSentence } from './event';
import { restartSentence } from './restart';
import { runSentence } from './run';
import { snapshotSentence } from './snapshot';
import { transitionSentence } from './transition';
import { upgradeSentence } from './upgrade';

/** An entry of one kind. */
export type EntryOf<K extends HistoryKind> = Extract<HistoryEntry, { kind: K }>;

const SENTENCES: {
  readonly [K in HistoryKind]: (entry: EntryOf<K>, t: Texts) => string;
} = {
  event: eventSentence,
  restart: restartSentence,
  run: runSentence,
  snapshot: snapshotSentence,
  transition: transitionSentence,
  upgrade: upgradeSentence,
};

/** What happened, as a person would say it. */
export function sentenceOf<K extends HistoryKind>(
  entry: EntryOf<K>,
  t: Texts,
): string {
  const sentence: (entry: EntryOf<K>, t: Texts) => string =
    SENTENCES[entry.kind as K];
  return sentence(entry, t);
}
