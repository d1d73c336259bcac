import { flinkSizeMeaning, sparkSizeMeaning } from './sizeMeaning';

const GIBI = 1024 ** 3;

describe('flinkSizeMeaning', () => {
  it('says what M with large state comes to', () => {
    expect(flinkSizeMeaning({ size: 'M', state: 'large' })).toEqual({
      pods: 3,
      workers: 2,
      slots: 4,
      cpu: 4.5,
      memory: 9.5 * GIBI,
      state: 50 * GIBI,
    });
  });

  it('counts TaskManagers for the parallelism that somebody chose', () => {
    expect(flinkSizeMeaning({ size: 'M', parallelism: 7 })).toMatchObject({
      workers: 4,
      slots: 8,
    });
  });

  it('knows what the chart gives a job without a size', () => {
    expect(flinkSizeMeaning({})).toEqual({
      pods: 2,
      workers: 1,
      slots: 2,
      cpu: 1.5,
      memory: 3.5 * GIBI,
    });
  });
});

describe('sparkSizeMeaning', () => {
  it('counts the memory beside the JVM', () => {
    expect(sparkSizeMeaning({ size: 'S' })).toEqual({
      pods: 2,
      workers: 1,
      slots: 1,
      cpu: 2,
      memory: (3 + 0.75) * GIBI,
    });
  });

  it('counts more of it for Python', () => {
    const { memory } = sparkSizeMeaning({ size: 'M', main: 'local:///a.py' });
    expect(memory).toBeCloseTo((2 + 3 * 4) * 1.4 * GIBI);
  });
});
