import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { ObjectIndex } from '../objects/ObjectIndex';
import { FlinkStats } from '../resources/flinkStats';
import { KnownObjects, ResourceId, RESOURCES } from '../resources/kinds';
import { ObjectEvent } from '../resources/objectEvent';
import { Pod } from '../resources/pod';
import { Assessed } from './assess';
import { assess } from './rules';

type AnyObject = KnownObjects[Assessed];

/** What a real operator wrote, cut down to what health reads. */
type Case = {
  recordedFrom: string;
  /** When it is looked at (ISO 8601). */
  at: string;
  /** Health, and its reason where the case is about the reason, too. */
  expected: [health: string, reason: string | null];
  /** What the sentence says, where the case is about that. */
  says?: string;
  /** Needed where two groups have the kind and it is not the first one. */
  resource?: Assessed;
  object: AnyObject;
  pods?: Pod[];
  events?: ObjectEvent[];
  /** What else is there; `resource` as above. */
  around?: Array<{ resource?: Assessed; object: AnyObject }>;
  /** What Flink's REST said of the job. */
  flinkStats?: FlinkStats;
};

function resourceOf(
  named: Assessed | undefined,
  { kind }: AnyObject,
): Assessed {
  const found = (Object.keys(RESOURCES) as ResourceId[]).find(
    id => RESOURCES[id].kind === kind,
  );
  if (!found) throw new Error(`No health for ${kind}`);
  return named ?? (found as Assessed);
}

function healthOf(recorded: Case) {
  const { at, object, pods = [], events = [], around = [] } = recorded;
  const source = new ObjectIndex();
  const resource = resourceOf(recorded.resource, object);
  source.put(resource, object);
  pods.forEach(pod => source.put('pods', pod));
  events.forEach(event => source.put('events', event));
  around.forEach(other =>
    source.put(resourceOf(other.resource, other.object), other.object),
  );
  const { namespace, name } = object.metadata;
  source.putFlinkStats(resource, namespace, name, recorded.flinkStats);
  return assess(resource, object, { source, now: new Date(at) });
}

const folder = path.join(__dirname, 'cases');

describe('health of recorded objects', () => {
  it.each(fs.readdirSync(folder))('%s', file => {
    const recorded: Case = parse(
      fs.readFileSync(path.join(folder, file), 'utf8'),
    );
    const [health, reason] = recorded.expected;
    const report = healthOf(recorded);
    expect(report).toMatchObject({ health, reason: reason ?? report.reason });
    expect(file).toContain(`_${health.toLowerCase()}_`);
    expect(report.message).not.toMatch(/undefined|\{"type"|Exception: /);
    // Times are facts: the pages show them as what they are now.
    expect(report.message).not.toMatch(/\d{4}-\d\d-\d\dT\d/);
    expect(report.message).toContain(recorded.says ?? '');
    expect(health !== 'Degraded' || report.nextStep).toBeTruthy();
  });
});
