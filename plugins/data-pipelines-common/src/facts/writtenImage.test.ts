import { project } from '../objects/project';
import { RawObject } from '../resources/rawObject';
import { tagOf, writtenImage } from './writtenImage';

const template = {
  spec: {
    initContainers: [{ name: 'init', image: 'registry.example.com/init:1' }],
    containers: [
      { name: 'kafka', image: 'registry.example.com:5000/kafka:4.3.1' },
      { name: 'metrics', image: 'registry.example.com/metrics:1' },
    ],
  },
};
const raw = (spec: object) =>
  ({ metadata: { name: 'a', namespace: 'data' }, spec } as RawObject);

describe('writtenImage', () => {
  it.each(['statefulsets.apps', 'jobs.batch'] as const)(
    'is that of the first container: %s',
    resource => {
      const { metadata } = project(resource, raw({ template }));
      expect(writtenImage(metadata)).toBe(
        'registry.example.com:5000/kafka:4.3.1',
      );
    },
  );

  it('is that of the runs of a schedule', () => {
    const spec = { jobTemplate: { spec: { template } } };
    const { metadata } = project('cronjobs.batch', raw(spec));
    expect(tagOf(writtenImage(metadata))).toBe('4.3.1');
  });

  it('is not known where nobody has said', () => {
    const { metadata } = project('statefulsets.apps', raw({}));
    expect(writtenImage(metadata)).toBeUndefined();
    expect(tagOf(undefined)).toBeUndefined();
  });
});
