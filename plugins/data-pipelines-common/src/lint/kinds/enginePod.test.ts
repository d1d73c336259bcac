import { isOnClaim } from './enginePod';

describe('isOnClaim', () => {
  const pod = (volume: object) => ({
    spec: {
      containers: [{ volumeMounts: [{ name: 'v', mountPath: '/state/' }] }],
      volumes: [{ name: 'v', ...volume }],
    },
  });

  it('asks for a claim that is mounted there', () => {
    const claim = pod({ persistentVolumeClaim: { claimName: 'a' } });
    expect(isOnClaim([claim], '/state/a')).toBe(true);
    expect(isOnClaim([claim], '/statement')).toBe(false);
    expect(isOnClaim([pod({ emptyDir: {} })], '/state/a')).toBe(false);
  });
});
