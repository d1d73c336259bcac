import { JsonValue } from '@backstage/types';
import { shownValue } from './shownValue';

const HIDDEN = '(not shown: by its name it is a credential)';

describe('shownValue', () => {
  it.each<[string, JsonValue]>([
    ['spec.partitions', 12],
    ['spec.image', 'flink:2.1'],
    ['spec.template.spec.volumes[keys].secret.secretName', 'orders-keys'],
    ['spec.volumes[token].projected.sources[0].path', 'token'],
    ['spec.template.spec.containers[main].env[LOG_LEVEL].value', 'debug'],
    ['spec.automountServiceAccountToken', false],
    ['spec.tokenExpirationSeconds', 3600],
  ])('shows %s as it is', (path, value) => {
    expect(shownValue(path, value)).toEqual(value);
  });

  it.each<[string, JsonValue, JsonValue]>([
    ['spec.containers[main].env[DB_PASSWORD].value', 'hunter2', HIDDEN],
    [
      'spec.containers[main].env[DB_PASSWORD]',
      { name: 'DB_PASSWORD', value: 'hunter2' },
      { name: 'DB_PASSWORD', value: HIDDEN },
    ],
    [
      'spec.containers[main].env',
      [{ name: 'API_KEY', value: 'abc' }],
      [{ name: 'API_KEY', value: HIDDEN }],
    ],
    ['spec.flinkConfiguration[s3.secret-key]', 'abc', HIDDEN],
    [
      'spec.sparkConf',
      { 'fs.s3a.secret.key': 'abc' },
      { 'fs.s3a.secret.key': HIDDEN },
    ],
    [
      'spec.config[sasl.jaas.config]',
      'ScramLoginModule required username="a" password="hunter2";',
      'ScramLoginModule required username="a" password=…;',
    ],
  ])('hides what is a credential in %s', (path, value, shown) => {
    expect(shownValue(path, value)).toEqual(shown);
  });

  it('cuts what nobody would read to its end', () => {
    expect(shownValue('data.text', 'x'.repeat(10_005))).toMatch(
      /x … \(5 characters more\)$/,
    );
  });
});
