import { isBelow, isOnClaim, localFolder } from './enginePod';

describe('localFolder', () => {
  it.each([
    ['file:///state/a', '/state/a'],
    ['file:/state/a', '/state/a'],
    ['/state/a', '/state/a'],
    ['s3://bucket/a', undefined],
    ['hdfs:///a', undefined],
  ])('of %s is %s', (address, folder) => {
    expect(localFolder(address)).toBe(folder);
  });
});

describe('isBelow', () => {
  it('goes by whole names of folders', () => {
    expect(isBelow('s3://a/b/', 's3://a/b')).toBe(true);
    expect(isBelow('s3://a/b/c', 's3://a/b/')).toBe(true);
    expect(isBelow('s3://a/bc', 's3://a/b')).toBe(false);
  });
});

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
