import { parse } from 'yaml';
import { sampleSpec } from '../__testUtils__/sample';
import { gitopsFiles } from './gitops';

const files = (gitops: NonNullable<ReturnType<typeof sampleSpec>['gitops']>) =>
  gitopsFiles(
    sampleSpec(of => {
      of.environments.prod = { cluster: 'west', namespace: 'orders' };
      of.gitops = gitops;
    }),
  );
const repoUrl = 'https://git.example.com/orders';

describe('gitopsFiles', () => {
  it('writes nothing where nobody installs', () => {
    expect(gitopsFiles(sampleSpec())).toEqual([]);
  });

  it('writes an Application for each environment', () => {
    const [dev, prod] = files({ tool: 'argocd', repoUrl });
    expect([dev.path, prod.path]).toEqual([
      'gitops/dev/application.yaml',
      'gitops/prod/application.yaml',
    ]);
    expect(parse(prod.content)).toMatchObject({
      kind: 'Application',
      metadata: { name: 'orders-prod', namespace: 'argocd' },
      spec: {
        source: {
          repoURL: repoUrl,
          targetRevision: 'main',
          path: '.',
          helm: { releaseName: 'orders', valueFiles: ['values-prod.yaml'] },
        },
        destination: { name: 'west', namespace: 'orders' },
      },
    });
  });

  it('writes a GitRepository and a HelmRelease for each environment', () => {
    const all = files({
      tool: 'flux',
      repoUrl,
      branch: 'live',
      path: 'pipelines/orders',
      namespace: 'gitops',
    });
    expect(all.map(({ path }) => path)).toEqual([
      'gitops/dev/gitrepository.yaml',
      'gitops/dev/helmrelease.yaml',
      'gitops/prod/gitrepository.yaml',
      'gitops/prod/helmrelease.yaml',
    ]);
    expect(parse(all[2].content)).toMatchObject({
      metadata: { name: 'orders-prod', namespace: 'gitops' },
      spec: { url: repoUrl, ref: { branch: 'live' } },
    });
    expect(parse(all[3].content)).toMatchObject({
      spec: {
        releaseName: 'orders',
        targetNamespace: 'orders',
        storageNamespace: 'orders',
        chart: {
          spec: {
            chart: './pipelines/orders',
            sourceRef: { kind: 'GitRepository', name: 'orders-prod' },
            valuesFiles: [
              './pipelines/orders/values.yaml',
              './pipelines/orders/values-prod.yaml',
            ],
          },
        },
      },
    });
  });

  it('takes no live change back, and no topic away, by itself', () => {
    const [application] = files({ tool: 'argocd', repoUrl });
    expect(parse(application.content).spec.syncPolicy.automated).toEqual({
      prune: false,
      selfHeal: false,
    });
    const [, release] = files({ tool: 'flux', repoUrl });
    expect(parse(release.content).spec.driftDetection).toEqual({
      mode: 'warn',
    });
  });
});
