import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readKafkaConfig } from './readKafkaConfig';

const read = (...clusters: JsonObject[]) =>
  readKafkaConfig(new ConfigReader({ dataPipelines: { kafka: { clusters } } }));

const LAB = { name: 'lab', bootstrapServers: 'a.example:9093,B.example:9094' };

describe('readKafkaConfig', () => {
  it('asks nobody where nothing is configured', () => {
    expect(readKafkaConfig(new ConfigReader({}))).toEqual([]);
  });

  it('reads how one is reached and known', () => {
    const sasl = { mechanism: 'SCRAM-SHA-512', username: 'u', password: 'p' };
    expect(
      read(
        { ...LAB, knownAs: 'kafka.internal:9092', tls: {}, sasl },
        { ...LAB, cluster: 'east', namespace: 'kafka' },
      ),
    ).toEqual([
      {
        name: 'lab',
        servers: ['a.example:9093', 'b.example:9094'],
        knownAs: ['kafka.internal:9092'],
        tls: {},
        sasl: { ...sasl, mechanism: 'scram-sha-512' },
      },
      {
        name: 'lab',
        cluster: 'east',
        namespace: 'kafka',
        servers: ['a.example:9093', 'b.example:9094'],
        knownAs: ['a.example:9093', 'b.example:9094'],
      },
    ]);
  });

  it.each([
    [{ name: 'lab' }, /bootstrapServers/],
    [
      { ...LAB, bootstrapServers: 'lab' },
      /\[0\]\.bootstrapServers: "lab" is no server; write host:port/,
    ],
    [{ ...LAB, bootstrapServers: 'http://lab:9092' }, /is no server/],
    [{ ...LAB, bootstrapServers: 'lab:99999' }, /is no server/],
    [{ ...LAB, bootstrapServers: ' , ' }, /it names no server/],
    [{ ...LAB, namespace: 'kafka' }, /\[0\]\.namespace: .* add cluster/],
    [
      { ...LAB, cluster: 'east', namespace: 'kafka', knownAs: 'a:1' },
      /\[0\]\.knownAs: .* leave out either/,
    ],
    [
      { ...LAB, tls: { ca: 'LS0tLS1' } },
      /\[0\]\.tls\.ca: it is no certificate; write the CA as PEM in base64/,
    ],
    [
      {
        ...LAB,
        sasl: { mechanism: 'gssapi', username: 'u', password: 'hush' },
      },
      /\[0\]\.sasl\.mechanism: "gssapi" is none .* use one of plain, scram-sha-256, scram-sha-512/,
    ],
    [{ ...LAB, sasl: { mechanism: 'plain', username: 'u' } }, /sasl\.password/],
  ])('says what is wrong with %j, and what to do', (kafka, sentence) => {
    expect(() => read(kafka)).toThrow(sentence);
    expect(() => read(kafka)).not.toThrow(/hush/);
  });

  it('refuses the same Kafka twice', () => {
    expect(() => read(LAB, { ...LAB, cluster: 'east' }, LAB)).toThrow(
      'dataPipelines.kafka.clusters[2]: Kafka lab is there already',
    );
  });
});
