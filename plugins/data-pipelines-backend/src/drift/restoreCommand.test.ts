import { restoreCommand } from './restoreCommand';

const environment = {
  name: 'dev',
  cluster: 'east',
  namespace: 'data',
  release: 'orders',
};
const object = (metadata: {
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'a', ...metadata },
});
const helm =
  'helm upgrade --install orders . --namespace data -f values-dev.yaml --force-conflicts';

describe('restoreCommand', () => {
  it('is Helm’s where nobody else installs it', () => {
    expect(restoreCommand(environment, [object({})])).toBe(helm);
  });

  it('is Argo CD’s for what an Application tracks', () => {
    const annotations = {
      'argocd.argoproj.io/tracking-id': 'orders-dev:v1/ConfigMap:data/a',
    };
    expect(restoreCommand(environment, [object({ annotations })])).toBe(
      'argocd app sync orders-dev',
    );
  });

  it('is Flux’ for what a HelmRelease made', () => {
    const labels = {
      'helm.toolkit.fluxcd.io/name': 'orders',
      'helm.toolkit.fluxcd.io/namespace': 'flux-system',
    };
    expect(restoreCommand(environment, [object({ labels })])).toBe(
      'flux reconcile helmrelease orders --namespace flux-system --force',
    );
  });

  it('does not repeat text that is no name: somebody will paste it', () => {
    const annotations = { 'argocd.argoproj.io/tracking-id': 'a;reboot:x' };
    expect(restoreCommand(environment, [object({ annotations })])).toBe(helm);
  });
});
