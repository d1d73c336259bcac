import { Entity } from '@backstage/catalog-model';
import { DataPipelinesProcessor } from './DataPipelinesProcessor';

function entity(spec: Entity['spec'], annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'shop-clicks', annotations },
    spec,
  };
}

describe('DataPipelinesProcessor', () => {
  const processor = new DataPipelinesProcessor();

  it('makes a topic part of its pipeline, both ways', async () => {
    const emit = jest.fn();
    await processor.postProcessEntity(
      entity({ type: 'kafka-topic' }, { 'headworks.dev/pipeline': 'shop' }),
      undefined,
      emit,
    );
    expect(emit.mock.calls.map(([result]) => result.relation)).toEqual([
      {
        source: { kind: 'Resource', namespace: 'default', name: 'shop-clicks' },
        type: 'partOf',
        target: { kind: 'Component', namespace: 'default', name: 'shop' },
      },
      {
        source: { kind: 'Component', namespace: 'default', name: 'shop' },
        type: 'hasPart',
        target: { kind: 'Resource', namespace: 'default', name: 'shop-clicks' },
      },
    ]);
  });

  it('refuses environments that nobody can read, with the right form', async () => {
    await expect(
      processor.postProcessEntity(
        entity(
          { type: 'data-pipeline' },
          { 'headworks.dev/environments': 'dev=playground' },
        ),
        undefined,
        jest.fn(),
      ),
    ).rejects.toThrow(
      'Annotation headworks.dev/environments of shop-clicks: "dev=playground" is not an environment; write <environment>=<cluster>/<namespace>/<release>',
    );
  });

  it('refuses objects that nobody can read, with the right form', async () => {
    await expect(
      processor.postProcessEntity(
        entity(
          { type: 'flink-job' },
          { 'headworks.dev/objects': 'dev=orders' },
        ),
        undefined,
        jest.fn(),
      ),
    ).rejects.toThrow(
      'Annotation headworks.dev/objects of shop-clicks: "dev=orders" is not an object; write <environment>=<resource>/<namespace>/<name>',
    );
  });

  it('leaves other entities alone', async () => {
    const emit = jest.fn();
    await processor.postProcessEntity(
      entity({ type: 'service' }, { 'headworks.dev/pipeline': 'shop' }),
      undefined,
      emit,
    );
    expect(emit).not.toHaveBeenCalled();
  });
});
