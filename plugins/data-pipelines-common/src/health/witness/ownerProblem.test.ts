import { ObjectIndex } from '../../objects/ObjectIndex';
import { ownerProblem } from './ownerProblem';

const NOW = new Date('2026-11-23T09:00:00Z');

function ask(...events: Array<[reason: string, message: string, at: string]>) {
  const source = new ObjectIndex();
  events.forEach(([reason, message, at], index) =>
    source.put('events', {
      metadata: {
        name: `event-${index}`,
        namespace: 'data',
        labels: {},
        annotations: {},
      },
      involvedObject: {
        kind: 'ReplicaSet',
        namespace: 'data',
        name: 'orders-6b789679cd',
      },
      reason,
      message,
      lastTimestamp: at,
    }),
  );
  return ownerProblem(
    { kind: 'Deployment', metadata: { name: 'orders', namespace: 'data' } },
    { source, now: NOW },
  );
}

describe('ownerProblem', () => {
  it.each([
    ['exceeded quota: small, requested: cpu=2', 'QuotaExceeded'],
    [
      'admission webhook "x.example.com" denied the request: no',
      'WebhookRefused',
    ],
    ['violates PodSecurity "restricted:latest"', 'PodSecurityRefused'],
    [
      'error looking up service account data/x: serviceaccount "x" not found',
      'ServiceAccountMissing',
    ],
    ['something new', 'FailedCreate'],
  ])('of “%s” says %s, found at the Deployment', (message, reason) => {
    expect(
      ask([
        'FailedCreate',
        `Error creating: ${message}`,
        '2026-11-23T08:59:00Z',
      ]),
    ).toMatchObject({ health: 'Degraded', reason });
  });

  it('says nothing once a pod was made', () => {
    expect(
      ask(
        ['FailedCreate', 'exceeded quota', '2026-11-23T08:59:00Z'],
        ['SuccessfulCreate', 'Created pod', '2026-11-23T08:59:30Z'],
      ),
    ).toBeUndefined();
  });
});
