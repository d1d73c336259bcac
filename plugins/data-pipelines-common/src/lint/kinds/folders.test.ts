import { RenderedPipeline } from '../RenderedPipeline';
import { isBelow, localFolder, ofAnyEnvironment } from './folders';

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

describe('ofAnyEnvironment', () => {
  const pipeline = (environment?: string) =>
    new RenderedPipeline({ objects: [], values: { global: { environment } } });

  it('asks that the environment is somewhere in the address', () => {
    const dev = pipeline('dev');
    expect(ofAnyEnvironment(dev, 's3://acme/dev/sum')).toBeUndefined();
    expect(ofAnyEnvironment(dev, 's3://acme-dev/sum')).toBeUndefined();
    expect(ofAnyEnvironment(dev, 's3://acme/sum')).toMatch(/environment dev/);
  });

  it('asks nothing where there is no environment or no address', () => {
    expect(ofAnyEnvironment(pipeline(), 's3://acme/sum')).toBeUndefined();
    expect(ofAnyEnvironment(pipeline('dev'), undefined)).toBeUndefined();
  });
});
