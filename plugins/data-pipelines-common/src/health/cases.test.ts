import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { HealthReport } from '../model/health';
import { FlinkDeployment } from '../resources/flinkDeployment';
import { KafkaTopic } from '../resources/kafkaTopic';
import { Pod } from '../resources/pod';
import {
  ScheduledSparkApplication,
  SparkApplication,
} from '../resources/spark';
import { flinkDeploymentHealth } from './flink-deployment/health';
import { kafkaTopicHealth } from './kafka-topic/health';
import { ObjectIndex } from '../objects/ObjectIndex';
import { assess } from './rules';

/** What a real operator wrote, cut down to what health reads. */
type Case = {
  recordedFrom: string;
  at: string;
  /** Health, and its reason where the case is about the reason, too. */
  expected: [health: string, reason: string | null];
  pods?: Pod[];
  object:
    | ({ kind: 'FlinkDeployment' } & FlinkDeployment)
    | ({ kind: 'KafkaTopic' } & KafkaTopic)
    | ({ kind: 'SparkApplication' } & SparkApplication)
    | ({ kind: 'ScheduledSparkApplication' } & ScheduledSparkApplication);
};

function healthOf({ object, pods = [], at }: Case): HealthReport {
  const source = new ObjectIndex();
  pods.forEach(pod => source.put('pods', pod));
  const moment = { source, now: new Date(at) };
  switch (object.kind) {
    case 'FlinkDeployment':
      return flinkDeploymentHealth({ deployment: object, pods });
    case 'KafkaTopic':
      return kafkaTopicHealth(object);
    case 'SparkApplication':
      return assess('sparkapplications.sparkoperator.k8s.io', object, moment);
    case 'ScheduledSparkApplication':
      return assess(
        'scheduledsparkapplications.sparkoperator.k8s.io',
        object,
        moment,
      );
    default:
      throw new Error(`No health for ${(object as { kind: string }).kind}`);
  }
}

const folder = path.join(__dirname, 'cases');

describe('health of recorded objects', () => {
  it.each(fs.readdirSync(folder))('%s', file => {
    const recorded: Case = parse(
      fs.readFileSync(path.join(folder, file), 'utf8'),
    );
    const [health, reason] = recorded.expected;
    const report = healthOf(recorded);
    expect(report.health).toBe(health);
    expect(report.reason).toBe(reason ?? report.reason);
    expect(report.message).not.toMatch(/undefined|\{"type"|Exception: /);
    expect(health !== 'Degraded' || report.nextStep).toBeTruthy();
  });
});
