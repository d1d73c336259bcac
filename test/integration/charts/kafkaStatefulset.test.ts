import { RenderedKafka } from '../../engines/RenderedKafka';
import { kafkaCommand } from '../../engines/kafka';
import { Renderer } from './renderer';
import { readSpec } from './cases';

describe('the rendered nodes of mode statefulset, run as they are', () => {
  const charts = new Renderer('helm4');
  beforeAll(() => charts.start(), 900_000);
  afterAll(() => charts.stop());

  describe('one node with both roles', () => {
    let kafka: RenderedKafka;
    beforeAll(async () => {
      await charts.write(readSpec('kafka', 'statefulset-dev-values.yaml'));
      kafka = new RenderedKafka(await charts.objects({}, 'brook'));
      await kafka.start();
    }, 300_000);
    afterAll(() => kafka?.stop());

    it('becomes ready', async () => {
      expect(await kafka.ready(0)).toMatchObject({ code: 0 });
    });

    it('has its topics once the hook ran', async () => {
      const { code, output } = await kafka.runJob();
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain('clicks: created');
      expect(await describeTopic('clicks')).toMatch(
        /PartitionCount: 3\s+ReplicationFactor: 1\s+Configs: .*retention.ms=604800000/,
      );
    });

    const describeTopic = (name: string) =>
      kafkaCommand('kafka-topics', [
        ...['--bootstrap-server', kafka.address(0, 9092)],
        ...['--describe', '--topic', name],
      ]);
  });
});
