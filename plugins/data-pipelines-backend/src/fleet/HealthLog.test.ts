import { Health } from '@headworks/backstage-plugin-data-pipelines-common';
import { HealthLog, ShownEnvironment } from './HealthLog';

const JOB = 'component:default/sessionize';
const DEPLOYMENT = 'FlinkDeployment/data/clicks-sessionize';
const CONNECTOR = 'KafkaConnector/data/clicks-sink';
const place = {
  pipelineRef: 'component:default/clicks',
  environment: 'prod',
  cluster: 'east',
};

describe('HealthLog', () => {
  let log: HealthLog;

  beforeEach(() => {
    log = new HealthLog();
  });

  const told = (shown: ShownEnvironment) =>
    log
      .take(shown)
      .map(({ before, after }) => `${before?.health} → ${after.health}`);

  it('tells a health once', () => {
    expect(told(shows(job('Healthy')))).toEqual(['undefined → Healthy']);
    expect(told(shows(job('Healthy')))).toEqual([]);
    expect(told(shows(job('Degraded')))).toEqual(['Healthy → Degraded']);
  });

  it('goes on from what was recorded before the start', () => {
    log.remember([recorded('Healthy', DEPLOYMENT, JOB)]);
    const [change] = log.take(shows(job('Missing')));
    expect(change).toMatchObject({
      before: { health: 'Healthy' },
      after: { health: 'Missing' },
      place: { ...place, entityRef: JOB, object: DEPLOYMENT },
      version: 7,
    });
  });

  it('tells what is as it was recorded, too, for that is known by now', () => {
    log.remember([recorded('Healthy', DEPLOYMENT, JOB)]);
    expect(told(shows(job('Healthy')))).toEqual(['Healthy → Healthy']);
    expect(told(shows(job('Healthy')))).toEqual([]);
  });

  it('misses what has no entity, and is shown no longer, once', () => {
    log.remember([recorded('Healthy', CONNECTOR)]);
    expect(log.take(shows())).toMatchObject([
      {
        place: { object: CONNECTOR },
        after: {
          health: 'Missing',
          message:
            'KafkaConnector clicks-sink is not in namespace data any more',
        },
      },
    ]);
    expect(told(shows())).toEqual([]);
  });

  it('misses nothing that is there, or whose entity is gone', () => {
    log.remember([
      recorded('Healthy', CONNECTOR),
      recorded('Healthy', DEPLOYMENT, JOB),
    ]);
    expect(told({ ...shows(), isThere: one => one === CONNECTOR })).toEqual([]);
  });

  it('knows when a health changed last, also before the start', () => {
    const { pipelineRef } = place;
    const changedAt = () => log.changedAt(pipelineRef, shows().environment);
    expect(changedAt()).toBeUndefined();
    log.remember([recorded('Healthy', DEPLOYMENT, JOB)]);
    expect(changedAt()).toBe('2026-01-01T00:00:00.000Z');
    log.take(shows(job('Healthy')));
    expect(changedAt()).toBe('2026-01-01T00:00:00.000Z');
    log.take(shows(job('Degraded', '2026-01-02T00:00:00Z')));
    expect(changedAt()).toBe('2026-01-02T00:00:00.000Z');
    // What began before the change before tells nothing about this one.
    log.take(shows(job('Healthy', '2026-01-01T12:00:00Z')));
    expect(Date.now() - Date.parse(changedAt()!)).toBeLessThan(60_000);
  });
});

function shows(...parts: ShownEnvironment['parts']): ShownEnvironment {
  const { pipelineRef, environment, cluster } = place;
  return {
    pipelineRef,
    environment: {
      name: environment,
      cluster,
      namespace: 'data',
      release: 'clicks',
    },
    parts,
    isThere: () => false,
    version: 7,
  };
}

function job(health: Health, since?: string) {
  return {
    entityRef: JOB,
    name: 'FlinkDeployment/data/expected',
    report: { health, reason: 'Test', message: 'A test', since },
  };
}

function recorded(health: Health, object: string, entityRef?: string) {
  return {
    place: { ...place, object, entityRef },
    health,
    reason: 'Test',
    at: '2026-01-01T00:00:00.000Z',
  };
}
