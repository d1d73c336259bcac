import { managedBy } from './managedBy';

describe('managedBy', () => {
  it.each([
    [
      'Argo CD, by tracking id',
      {
        annotations: {
          'argocd.argoproj.io/tracking-id':
            'clicks-prod:flink.apache.org/FlinkDeployment:web/web-count',
        },
      },
      { tool: 'argocd', application: 'clicks-prod' },
    ],
    [
      'Argo CD, by its own label',
      { labels: { 'argocd.argoproj.io/instance': 'clicks-prod' } },
      { tool: 'argocd', application: 'clicks-prod' },
    ],
    [
      "Flux' helm-controller, which uses Helm",
      {
        labels: {
          'app.kubernetes.io/managed-by': 'Helm',
          'helm.toolkit.fluxcd.io/name': 'clicks',
          'helm.toolkit.fluxcd.io/namespace': 'flux-system',
        },
        annotations: { 'meta.helm.sh/release-name': 'clicks' },
      },
      { tool: 'flux', kind: 'HelmRelease', name: 'clicks' },
    ],
    [
      "Flux' kustomize-controller",
      { labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps' } },
      { tool: 'flux', kind: 'Kustomization', name: 'apps' },
    ],
    [
      'Helm',
      { annotations: { 'meta.helm.sh/release-name': 'clicks' } },
      { tool: 'helm', release: 'clicks' },
    ],
    ['nothing', {}, { tool: 'none' }],
    [
      // Charts set this label themselves, whoever installs them.
      'nothing that a chart says of itself',
      { labels: { 'app.kubernetes.io/instance': 'clicks' } },
      { tool: 'none' },
    ],
  ])('%s', (_, marks, expected) => {
    expect(managedBy(marks)).toEqual(expected);
  });
});
