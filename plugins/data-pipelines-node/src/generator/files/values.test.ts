import { sampleSpec } from '../__testUtils__/sample';
import { environmentValues, valuesYaml } from './values';

describe('valuesYaml', () => {
  it('explains each choice, once', () => {
    const text = valuesYaml(
      sampleSpec(of => {
        of.values.kafka = {
          topics: {
            a: { partitions: 3, replicas: 3 },
            b: { partitions: 6, replicas: 1 },
            // No path of a comment, though it looks like one.
            'jobs.x.upgrade': { external: true },
          },
        };
        of.values.flink = {
          jobs: {
            one: { upgrade: 'savepoint' },
            two: { upgrade: 'savepoint' },
            three: { upgrade: 'stateless' },
          },
        };
      }),
    );
    expect(text.slice(text.indexOf('# Topics')))
      .toBe(`# Topics that this pipeline declares, by their name in Kafka.
kafka:
  topics:
    a:
      # Can grow and never shrink; when it grows, a key moves to another partition.
      partitions: 3
      # Three copies: writes go on while one broker is down.
      replicas: 3
    b:
      partitions: 6
      # One copy: it is gone with its broker. Fit for development only.
      replicas: 1
    jobs.x.upgrade:
      # Somebody else declares it; it is here so that jobs may name it.
      external: true

# Flink jobs by name; the object is <pipeline>-<job>.
flink:
  jobs:
    one:
      # An upgrade takes a savepoint and starts from it: nothing is lost.
      upgrade: savepoint
    two:
      upgrade: savepoint
    three:
      # An upgrade starts empty: what the job remembers is lost.
      upgrade: stateless

# Spark jobs by name; the object is <pipeline>-<job>.
spark:
  enabled: false
`);
  });
});

describe('environmentValues', () => {
  it('holds what differs, and which environment it is', () => {
    const spec = sampleSpec(of => {
      of.environments.dev.values = {
        global: { profile: 'prod' },
        kafka: { topics: { totals: { partitions: 1 } } },
      };
    });
    expect(environmentValues(spec, 'dev'))
      .toBe(`# orders in dev: what differs from values.yaml.

global:
  environment: dev
  profile: prod
kafka:
  topics:
    totals:
      partitions: 1
`);
  });
});
