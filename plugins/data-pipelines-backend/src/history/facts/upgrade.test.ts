import { project } from '@headworks/backstage-plugin-data-pipelines-common';
import { recordedChanges } from './__testUtils__/recordedChanges';
import { upgradeFacts } from './upgrade';

const DEPLOYMENTS = 'flinkdeployments.flink.apache.org';

describe('upgradeFacts', () => {
  it('tells each generation once, and which is a deletion', () => {
    const facts = recordedChanges(DEPLOYMENTS, 'orders').flatMap(upgradeFacts);
    expect(
      facts.map(({ generation, deleting }) => [generation, deleting]),
    ).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, false],
      [6, false],
      [7, true],
    ]);
    expect(JSON.parse(facts[1].spec)['job.state']).toBe('suspended');
  });

  it('names the field manager, and no secret', () => {
    const after = project(DEPLOYMENTS, {
      metadata: {
        name: 'orders',
        uid: 'u',
        generation: 1,
        managedFields: [
          {
            manager: 'kubectl-edit',
            time: '2026-01-01T00:00:00Z',
            fieldsV1: { 'f:spec': {} },
          },
        ],
      },
      spec: {
        flinkConfiguration: { 's3.secret-key': 'abcdefgh12345678' },
        podTemplate: {
          spec: {
            containers: [
              { name: 'main', env: [{ name: 'GREETING', value: 'hello' }] },
            ],
          },
        },
      },
    });
    const [fact] = upgradeFacts({
      cluster: 'lab',
      resource: DEPLOYMENTS,
      after,
      at: '2026-01-01T00:00:01Z',
    });
    expect(fact.by).toBe('kubectl-edit');
    expect(fact.spec).toContain('GREETING');
    expect(fact.spec).not.toMatch(/abcdefgh|hello/);
  });
});
