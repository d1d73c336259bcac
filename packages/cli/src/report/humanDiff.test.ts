import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { diffExitCode } from '../diff/pipelineDiff';
import { coloursOf } from '../terminal';
import { diffOf, job, topic } from './__testUtils__/diff';
import { humanDiff } from './humanDiff';

describe('humanDiff', () => {
  it('says what changes, what to know, and what each job does', () => {
    const diff = diffOf(
      [
        topic('a', { partitions: 6 }),
        topic('gone', { partitions: 1 }),
        job('x:1'),
      ],
      [
        topic('a', { partitions: 3 }),
        topic('new', { partitions: 1 }),
        job('x:2'),
      ],
    );
    expect(humanDiff(diff, coloursOf(false))).toBe(`web dev against HEAD

  ~ changes  KafkaTopic/a
    @@ -3,4 +3,4 @@
     metadata:
       name: a
     spec:
    -  partitions: 6
    +  partitions: 3

  + new  KafkaTopic/new

  ~ changes  FlinkDeployment/web-sum
    @@ -6,6 +6,6 @@
         headworks.dev/job: sum
       name: web-sum
     spec:
    -  image: x:1
    +  image: x:2
       job:
         upgradeMode: savepoint

  - goes  KafkaTopic/gone

What to know
  refused  KafkaTopic/a spec.partitions
    6 partitions cannot become 3: Kafka never removes one
    → Keep 6, or declare a new topic and move readers and writers to it.
  warning  KafkaTopic/gone
    the topic "gone" is deleted with all its records
    → To keep the topic, set the annotation strimzi.io/managed: "false" and apply that first.
  info  FlinkDeployment/web-sum spec.image
    the program may be another one: an operator finds its state by its uid, and without one by its place in the job graph
    → Give each operator with state a uid before its place changes.
  info  FlinkDeployment/web-sum
    the job restarts from a savepoint that it takes first

What it does to each job
  flink/sum  restarts from a savepoint  the job restarts from a savepoint that it takes first
`);
    expect(diffExitCode(diff)).toBe(1);
  });

  it('says that nothing changes', () => {
    const diff = diffOf([job('x')], [job('x')]);
    expect(humanDiff(diff, coloursOf(false))).toBe(
      'web dev the same as HEAD\n',
    );
    expect(diffExitCode(diff)).toBe(0);
  });

  it('never shows what is in a Secret', () => {
    const secret = (value: string): RenderedObject => ({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'keys' },
      data: { key: value },
    });
    const text = humanDiff(
      diffOf([secret('b2xk')], [secret('bmV3')]),
      coloursOf(false),
    );
    expect(text).toContain('~ changes  Secret/keys');
    expect(text).not.toMatch(/b2xk|bmV3/);
  });
});
