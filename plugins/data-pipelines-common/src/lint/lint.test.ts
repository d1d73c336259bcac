import { PipelineValues } from '../model/spec';
import { RenderedObject } from './compare/renderedObject';
import { lint, profileOf, UNREADABLE } from './lint';

const REASON = 'Legacy clients until the summer';

function kafka(annotations: Record<string, string> = {}): RenderedObject {
  const listeners = [{ name: 'plain', port: 9092, tls: false }];
  return {
    apiVersion: 'kafka.strimzi.io/v1',
    kind: 'Kafka',
    metadata: { name: 'analytics', namespace: 'kafka', annotations },
    spec: { kafka: { listeners } },
  };
}

/** What is found of listeners without TLS, and of acceptances. */
function found(options: {
  annotations?: Record<string, string>;
  accepted?: Record<string, Record<string, string>>;
  profile?: 'dev' | 'prod' | 'regulated';
}) {
  const { annotations, accepted, profile = 'prod' } = options;
  return lint({
    objects: [kafka(annotations)],
    values: { global: { lint: { accepted } } },
    profile,
  }).filter(({ rule }) => /^(kafka-listener-tls|acceptance-)/.test(rule));
}

describe('lint', () => {
  it('says the worst first', () => {
    const severities = lint({
      objects: [kafka()],
      values: {},
      profile: 'prod',
    }).map(({ severity }) => severity);
    const order = ['error', 'warning', 'info'];
    expect(new Set(severities)).toEqual(new Set(order));
    expect(severities).toEqual(
      [...severities].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    );
  });

  it('takes severities from the profile', () => {
    expect(found({ profile: 'dev' })[0].severity).toBe('info');
    expect(found({ profile: 'prod' })[0].severity).toBe('error');
  });

  it('names the job where no one value decides it', () => {
    const labels = {
      'headworks.dev/job': 'count',
      'app.kubernetes.io/component': 'flink',
    };
    const [finding] = lint({
      objects: [
        {
          apiVersion: 'flink.apache.org/v1beta1',
          kind: 'FlinkDeployment',
          metadata: { name: 'web-count', namespace: 'web', labels },
          spec: { podTemplate: { spec: { hostNetwork: true } } },
        },
      ],
      values: { flink: { jobs: { count: {} } } },
    }).filter(({ rule }) => rule === 'pod-host-namespace');
    expect(finding.value).toBe('values.flink.jobs.count');
  });

  it("takes a reason from the object's annotation", () => {
    const annotations = { 'lint.headworks.dev/kafka-listener-tls': REASON };
    expect(found({ annotations })).toMatchObject([
      { rule: 'kafka-listener-tls', accepted: REASON },
    ]);
  });

  it('takes a reason from the values, by kind and name', () => {
    const accepted = { 'kafka-listener-tls': { 'Kafka/analytics': REASON } };
    expect(found({ accepted })).toMatchObject([
      { rule: 'kafka-listener-tls', accepted: REASON },
    ]);
  });

  it('takes no reason that is about another object', () => {
    const accepted = { 'kafka-listener-tls': { 'Kafka/other': REASON } };
    const [finding, unused] = found({ accepted });
    expect(finding.accepted).toBeUndefined();
    expect(unused).toMatchObject({
      rule: 'acceptance-unused',
      severity: 'info',
      value: 'values.global.lint.accepted.kafka-listener-tls.Kafka/other',
    });
  });

  it('takes a word for no reason, and says so', () => {
    const accepted = { 'kafka-listener-tls': { 'Kafka/analytics': 'later' } };
    const [finding, short] = found({ accepted });
    expect(finding.accepted).toBeUndefined();
    expect(short).toMatchObject({
      rule: 'acceptance-needs-reason',
      severity: 'warning',
    });
  });

  it('accepts what blames no object as "pipeline"', () => {
    const accepted = { 'topic-unused': { pipeline: REASON } };
    const values: PipelineValues = {
      global: { lint: { accepted } },
      kafka: { topics: { clicks: {} } },
      flink: { jobs: { count: {} } },
    };
    expect(lint({ objects: [], values })).toMatchObject([
      { rule: 'topic-unused', accepted: REASON },
    ]);
  });

  it('accepts no error in profile regulated, and says so', () => {
    const accepted = { 'kafka-listener-tls': { 'Kafka/analytics': REASON } };
    const [finding, ...more] = found({ accepted, profile: 'regulated' });
    expect(finding.accepted).toBeUndefined();
    expect(finding.remedy).toMatch(/accepts no error/);
    expect(more).toEqual([]);
  });

  it('goes on where a rule cannot read an object', () => {
    const pod = (containers: unknown): RenderedObject => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'tool' },
      spec: { containers, hostNetwork: true } as object,
    });
    const problems = lint({ objects: [pod('none')], values: {} }).map(
      ({ problem }) => problem,
    );
    expect(problems).toContainEqual(expect.stringContaining(UNREADABLE));
    expect(problems).not.toHaveLength(0);
  });

  it('does not call an acceptance unused that another profile needs', () => {
    const accepted = { 'kafka-grace-period': { 'KafkaNodePool/a': REASON } };
    const pool: RenderedObject = {
      apiVersion: 'kafka.strimzi.io/v1',
      kind: 'KafkaNodePool',
      metadata: { name: 'a' },
      spec: { roles: ['broker'] },
    };
    const values = { global: { lint: { accepted } } };
    const rules = lint({ objects: [pool], values, profile: 'dev' });
    expect(rules.map(({ rule }) => rule)).not.toContain('acceptance-unused');
  });
});

describe('profileOf', () => {
  it.each([
    [{ environment: 'dev' }, 'dev'],
    [{ environment: 'staging' }, 'dev'],
    [{ environment: 'prod' }, 'prod'],
    [{ environment: 'production-eu' }, 'prod'],
    [{ environment: 'dev', profile: 'regulated' as const }, 'regulated'],
    [undefined, 'dev'],
  ])('of %j is %s', (global, profile) => {
    expect(profileOf({ values: { global } })).toBe(profile);
  });
});
