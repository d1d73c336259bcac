import fc from 'fast-check';
import { HealthReport } from '../model/health';
import { ObjectIndex } from '../objects/ObjectIndex';
import { INDEXED_LABELS } from '../objects/ObjectSource';
import { project } from '../objects/project';
import { KnownObjects, RESOURCES } from '../resources/kinds';
import { ObjectEvent } from '../resources/objectEvent';
import { Pod } from '../resources/pod';
import { RawObject } from '../resources/rawObject';
import { Assessed } from './assess';
import { arbitraryObjects } from './__testUtils__/arbitraryOfType';
import { assess, HEALTH_RULES } from './rules';
import { HEALTHS } from './severity';

const PROPERTIES = { seed: 20261128, numRuns: 500 };
const now = new Date('2025-11-20T12:00:00Z');
const NAMESPACE = 'data';

const objects = arbitraryObjects();

/** Pods that belong to the object by every label, and its driver by name. */
const pods = fc.array(
  fc.tuple(
    objects('pods'),
    fc.constantFrom('one', 'one-driver', 'one-server', 'one-0', 'x'),
    fc.constantFrom('driver', 'executor', 'jobmanager', ''),
  ),
  { maxLength: 3 },
);
const events = fc.array(objects('events'), { maxLength: 3 });

function metadataOf(given: object, name: string) {
  const { metadata } = given as { metadata?: unknown };
  const odd = typeof metadata === 'object' && metadata ? metadata : {};
  return { ...odd, name, namespace: NAMESPACE, labels: {}, annotations: {} };
}

function surroundings(
  givenPods: Array<[object, string, string]>,
  givenEvents: object[],
) {
  const source = new ObjectIndex();
  for (const [pod, name, role] of givenPods) {
    const labels = Object.fromEntries(
      INDEXED_LABELS.map(label => [label, 'one']),
    );
    source.put('pods', {
      ...pod,
      metadata: {
        ...metadataOf(pod, name),
        labels: { ...labels, component: role, 'spark-role': role },
      },
    } as Pod);
  }
  givenEvents.forEach((event, at) =>
    source.put('events', {
      ...event,
      metadata: metadataOf(event, `event-${at}`),
      involvedObject: { kind: 'Pod', name: at ? 'one' : 'one-driver' },
    } as ObjectEvent),
  );
  return source;
}

function expectValid(report: HealthReport) {
  const { health, reason, message, nextStep = '', since } = report;
  expect(HEALTHS).toContain(health);
  expect(reason).toMatch(/^[A-Z]\w*$/);
  expect(message).toMatch(/\S/);
  expect(message + nextStep).not.toMatch(/undefined|NaN|\[object|\{"/);
  expect(message.length).toBeLessThanOrEqual(400);
  expect(since === undefined || !Number.isNaN(Date.parse(since))).toBe(true);
}

describe('assess', () => {
  it.each(Object.keys(HEALTH_RULES) as Assessed[])(
    'answers for any %s, whatever is around it, and twice the same',
    resource => {
      fc.assert(
        fc.property(objects(resource), pods, events, (given, ...around) => {
          const { kind } = RESOURCES[resource];
          const raw = { ...given, kind, metadata: metadataOf(given, 'one') };
          const source = surroundings(...around);
          source.put(resource, raw as KnownObjects[Assessed]);
          for (const object of [raw, project(resource, raw as RawObject)]) {
            const before = JSON.stringify(object);
            const answer = () =>
              assess(resource, object as KnownObjects[Assessed], {
                source,
                now,
              });
            const report = answer();
            expectValid(report);
            expect(answer()).toEqual(report);
            expect(JSON.stringify(object)).toBe(before);
          }
        }),
        PROPERTIES,
      );
    },
  );

  it('reaches all kinds of answers that way, not only Unknown', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        objects('sparkapplications.sparkoperator.k8s.io'),
        pods,
        (given, around) => {
          const raw = { ...given, metadata: metadataOf(given, 'one') };
          seen.add(
            assess(
              'sparkapplications.sparkoperator.k8s.io',
              raw as KnownObjects['sparkapplications.sparkoperator.k8s.io'],
              { source: surroundings(around, []), now },
            ).reason,
          );
        },
      ),
      { ...PROPERTIES, numRuns: 2000 },
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['Running', 'DriverFailed', 'Suspended']),
    );
  });
});
