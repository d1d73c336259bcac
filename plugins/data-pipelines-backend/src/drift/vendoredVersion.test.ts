import { vendoredVersion } from './vendoredVersion';

const chart = (content: string) => [{ path: 'Chart.yaml', content }];

describe('vendoredVersion', () => {
  it('is that of the library chart', () => {
    expect(
      vendoredVersion(
        chart('dependencies:\n  - { name: common, version: 0.4.1 }'),
      ),
    ).toBe('0.4.1');
  });

  it.each([
    [[], 'there is no Chart.yaml'],
    [chart(''), 'does not use the charts of Headworks'],
    [chart('a: ['), 'Chart.yaml: is no YAML'],
    [chart('dependencies: [{ name: redis, version: 1 }]'), 'no dependency'],
  ])('says what is wrong with %j', (files, sentence) => {
    expect(() => vendoredVersion(files)).toThrow(sentence);
  });
});
