import { JsonObject, JsonValue } from '@backstage/types';
import * as fc from 'fast-check';
import { awkwardText } from './awkwardText';

/** Where in a job's own values text is free; tests look for it in the objects. */
export interface FreeText {
  description?: string;
  args?: string[];
  env?: Record<string, string>;
}

function common(topics: string[]) {
  return {
    description: awkwardText(),
    args: fc.array(awkwardText(), { minLength: 1, maxLength: 3 }),
    env: fc.dictionary(fc.constantFrom('LEVEL', 'Y', '_'), awkwardText(), {
      minKeys: 1,
    }),
    reads: fc.subarray(topics),
    writes: fc.subarray(topics),
    pod: awkwardText().map(note => ({ annotations: { note } })),
  };
}

/** A map that has each of these keys, or not. */
export function optional(
  model: Record<string, fc.Arbitrary<JsonValue>>,
): fc.Arbitrary<JsonObject> {
  return fc.record(model, { requiredKeys: [] });
}

const required = (value: fc.Arbitrary<JsonObject>, always: JsonObject) =>
  value.map(more => ({ ...always, ...more }));

/** A valid Flink job of a mode. */
export function arbitraryFlinkJob(options: {
  topics: string[];
  mode: string;
}): fc.Arbitrary<JsonObject> {
  const { topics, mode } = options;
  const upgrade =
    mode === 'standalone'
      ? fc.constant('stateless')
      : fc.constantFrom('savepoint', 'last-state', 'stateless');
  return upgrade.chain(chosen =>
    required(
      optional({
        ...common(topics),
        parallelism: fc.integer({ min: 1, max: 64 }),
        delivery: fc.constant('at-least-once'),
        entryClass: fc.constantFrom('com.example.Main', 'On'),
        checkpoints: fc.constant({ interval: '30s' }),
        state: fc.constantFrom(
          { backend: 'rocksdb' },
          { backend: 'hashmap', timers: 'heap' },
        ),
        taskManager: fc.constantFrom(
          { cpu: 0.5, memory: '1536m' },
          { cpu: 2, memory: '4Gi', slots: 4 },
        ),
      }),
      {
        image: { repository: 'registry.example.com/job', tag: '1.0' },
        jar: 'local:///opt/flink/usrlib/job.jar',
        upgrade: chosen,
      },
    ),
  );
}

/** A valid Spark job of a mode. */
export function arbitrarySparkJob(options: {
  topics: string[];
  mode: string;
}): fc.Arbitrary<JsonObject> {
  return required(
    optional({
      ...common(options.topics),
      schedule: fc.constantFrom('0 3 * * *', '*/5 * * * 1-5'),
      executor: fc.constantFrom(
        { instances: 2 },
        { cores: 2, memory: '2g', instances: 1 },
      ),
      driver: fc.constant({ coreRequest: '500m', memory: '1g' }),
    }),
    {
      image: { repository: 'registry.example.com/report', tag: '3.1' },
      main: 'local:///opt/app/report.py',
    },
  );
}
