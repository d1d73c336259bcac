import { parseAllDocuments } from 'yaml';
import { objectFiles, objectsText, objectText } from './objectsText';

const object = (name: string, namespace?: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(namespace && { namespace }) },
  data: { on: 'yes', time: '1:30', number: '017' },
});

describe('objectsText', () => {
  it('reads back as it was, also by a reader of YAML 1.1', () => {
    const objects = [object('a'), object('b')];
    for (const version of ['1.1', '1.2'] as const) {
      expect(
        parseAllDocuments(objectsText(objects), { version }).map(document =>
          document.toJSON(),
        ),
      ).toEqual(objects);
    }
  });
});

describe('objectText', () => {
  it('has its keys in order where it is to be compared', () => {
    const text = objectText(object('a'), { sorted: true });
    expect(text.split('\n').filter(line => /^\w/.test(line))).toEqual([
      'apiVersion: v1',
      'data:',
      'kind: ConfigMap',
      'metadata:',
    ]);
  });
});

describe('objectFiles', () => {
  it('gives each object a file of its own', () => {
    expect(
      objectFiles([object('a', 'x'), object('a', 'y'), object('B_c')]).map(
        ({ path }) => path,
      ),
    ).toEqual([
      'configmap-x-a-0.yaml',
      'configmap-y-a-1.yaml',
      'configmap-b-c.yaml',
    ]);
  });
});
