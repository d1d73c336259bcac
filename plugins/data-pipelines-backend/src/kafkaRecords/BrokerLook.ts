import { setTimeout as sleep } from 'node:timers/promises';
import { RecordsThere } from '@headworks/backstage-plugin-data-pipelines-common';
import { Gate } from '../collector/Gate';
import { Shared } from '../drift/Shared';
import { askBrokers, TopicWord } from './askBrokers';
import { idOf, KafkaAccess } from './KafkaAccess';
import { whySilent } from './whySilent';

/** Milliseconds for which all who look get the same answer. */
const KEPT = 60_000;
/** Milliseconds that a page waits for an answer. */
const PAGE_WAITS = 3_000;
/** Milliseconds after which nobody waits for an answer any more. */
const GIVEN_UP = 15_000;
/** How often one Kafka is asked at the same time, whoever looks. */
const AT_ONCE = 2;

/** What the brokers said when they were asked for topics. */
export interface BrokersSaid {
  topics: ReadonlyMap<string, RecordsThere>;
  /** Sentences about what they did not say. */
  unanswered: string[];
}

interface Answer extends BrokersSaid {
  isSilent: boolean;
}

/**
 * What brokers still have of topics, asked when somebody looks and shared
 * among all who do. One that did not answer keeps nobody waiting a second time.
 */
export class BrokerLook {
  /** By the id of the Kafka, so that a slow one is in nobody's way. */
  readonly #places = new Map<string, Gate>();
  readonly #answers = new Shared<Answer>({ milliseconds: KEPT });
  readonly #onRecovery: () => void;
  readonly #abort = new AbortController();
  /** By the id of the Kafka: why it is silent. */
  readonly #silent = new Map<string, Answer>();

  /** @param options - `onRecovery`: one that was said to be silent has answered */
  constructor(options: { onRecovery?: () => void } = {}) {
    this.#onRecovery = options.onRecovery ?? (() => {});
  }

  stop() {
    this.#abort.abort();
  }

  /** Never rejects: why nothing is known is part of the answer. */
  async at(
    kafka: KafkaAccess,
    topics: readonly string[],
  ): Promise<BrokersSaid> {
    const id = idOf(kafka);
    const wanted = [...new Set(topics)].sort();
    const answer = this.#answers.get(JSON.stringify([id, wanted]), () =>
      this.#placesAt(id).run(() => this.#ask(kafka, wanted)),
    );
    const known = this.#silent.get(id);
    // An answer that is there already wins.
    if (known) return Promise.race([answer, known]);
    const patience = new AbortController();
    const late = sleep(PAGE_WAITS, undefined, patience).then(
      () => {
        const nothing = silence(kafka, 'no answer in time');
        this.#silent.set(id, nothing);
        return nothing;
      },
      () => answer,
    );
    return Promise.race([answer, late]).finally(() => patience.abort());
  }

  #placesAt(id: string): Gate {
    const places = this.#places.get(id) ?? new Gate(AT_ONCE);
    this.#places.set(id, places);
    return places;
  }

  async #ask(kafka: KafkaAccess, topics: string[]): Promise<Answer> {
    const answer = await this.#answerOf(kafka, topics);
    const id = idOf(kafka);
    if (answer.isSilent) this.#silent.set(id, answer);
    else if (this.#silent.delete(id)) this.#onRecovery();
    return answer;
  }

  async #answerOf(kafka: KafkaAccess, topics: string[]): Promise<Answer> {
    const end = AbortSignal.any([
      this.#abort.signal,
      AbortSignal.timeout(GIVEN_UP),
    ]);
    const ended = new Promise<string>(resolve =>
      end.addEventListener('abort', () => resolve('no answer in time')),
    );
    try {
      const said = await Promise.race([askBrokers(kafka, topics, end), ended]);
      return typeof said === 'string'
        ? silence(kafka, said)
        : answerOf(kafka, said);
    } catch (error) {
      return silence(kafka, whySilent(error));
    }
  }
}

function silence({ name }: KafkaAccess, why: string): Answer {
  return {
    isSilent: true,
    topics: new Map(),
    unanswered: [`Kafka ${name} did not answer: ${why}`],
  };
}

function answerOf(
  { name }: KafkaAccess,
  words: ReadonlyMap<string, TopicWord>,
): Answer {
  const topics = new Map<string, RecordsThere>();
  const unanswered: string[] = [];
  for (const [topic, word] of words) {
    if (typeof word === 'string') {
      unanswered.push(
        `Kafka ${name} did not say what it still has of topic ${topic}: ${word}`,
      );
    } else topics.set(topic, word);
  }
  return { isSilent: false, topics, unanswered };
}
