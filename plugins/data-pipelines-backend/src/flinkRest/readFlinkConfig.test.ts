import { ConfigReader } from '@backstage/config';
import { readFlinkConfig } from './readFlinkConfig';

describe('readFlinkConfig', () => {
  const read = (askEvery?: object | string | number) =>
    readFlinkConfig(
      new ConfigReader(
        askEvery === undefined
          ? {}
          : { dataPipelines: { flink: { askEvery } } },
      ),
    ).askEvery;

  it('asks every 30 seconds, or as it is told, or never', () => {
    expect(read()).toBe(30_000);
    expect(read({ minutes: 2 })).toBe(120_000);
    expect(read('15s')).toBe(15_000);
    expect(read(0)).toBe(0);
    expect(read({ seconds: 0 })).toBe(0);
  });

  it('says what is wrong', () => {
    expect(() => read({ milliseconds: 10 })).toThrow(
      'dataPipelines.flink.askEvery must be a second or longer',
    );
    expect(() => read('soon')).toThrow('askEvery');
  });
});
