import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';
import { identityIn, isHook, liveObject } from './liveObject';

const owner = { pipeline: 'orders', environment: 'dev' };
const ours = {
  'headworks.dev/pipeline': 'orders',
  'headworks.dev/environment': 'dev',
};
const job = (spec: object, labels: Record<string, string> = ours) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'a', labels },
  spec,
});

function of(rendered: RenderedObject, live?: RenderedObject) {
  return liveObject({
    rendered,
    identity: identityIn(rendered, 'data'),
    answer: live ? { state: 'found', object: live } : { state: 'missing' },
    owner,
  });
}

describe('liveObject', () => {
  it('is the same whatever the cluster adds', () => {
    const live = { ...job({ a: 1, defaulted: true }), status: { ready: 1 } };
    expect(of(job({ a: 1 }), live)).toMatchObject({
      state: 'same',
      differences: [],
    });
  });

  it('names the field that differs', () => {
    expect(of(job({ a: 1 }), job({ a: 2 }))).toMatchObject({
      state: 'differs',
      differences: [{ path: 'spec.a', inGit: 1, live: 2 }],
    });
  });

  it('misses what should be there, but not what may end by itself', () => {
    expect(of(job({})).state).toBe('missing');
    expect(of(job({ ttlSecondsAfterFinished: 60 }))).toMatchObject({
      state: 'same',
      reason: expect.stringContaining('removed some time after it has ended'),
    });
  });

  it('shows nothing of an object without this pipeline’s labels', () => {
    for (const labels of [{}, { ...ours, 'headworks.dev/environment': 'x' }]) {
      expect(of(job({ a: 1 }), job({ a: 2 }, labels))).toMatchObject({
        state: 'unreadable',
        differences: [],
      });
    }
  });
});

describe('identityIn', () => {
  it('is in the release’s namespace unless the object names another', () => {
    const object = job({});
    expect(identityIn(object, 'data').namespace).toBe('data');
    const elsewhere = {
      ...object,
      metadata: { ...object.metadata, namespace: 'kafka' },
    };
    expect(identityIn(elsewhere, 'data').namespace).toBe('kafka');
  });
});

describe('isHook', () => {
  it('knows hooks by their annotation', () => {
    const { metadata, ...rest } = job({});
    const annotations = { 'helm.sh/hook': 'test' };
    expect(isHook(job({}))).toBe(false);
    expect(isHook({ ...rest, metadata: { ...metadata, annotations } })).toBe(
      true,
    );
  });
});
