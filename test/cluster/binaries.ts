import fs from 'node:fs';
import path from 'node:path';
import { cached, cacheDirectory, Log, run } from './download';

/** Versions of everything that is built from Go modules: one place. */
export const VERSIONS = {
  kubernetes: 'v1.35.4',
  etcd: 'v3.6.16',
  helm4: 'v4.3.1',
  helm3: 'v3.22.0',
};

/** Paths of the programs that a cluster without nodes needs. */
export interface Binaries {
  etcd: string;
  kubeApiserver: string;
  helm4: string;
  helm3: string;
}

/**
 * etcd and kube-apiserver from `KUBEBUILDER_ASSETS`, else from the cache, else
 * built from Go modules; both Helms from the cache, else built likewise.
 */
export async function ensureBinaries(log: Log): Promise<Binaries> {
  // One after the other: each build already uses every core.
  return {
    etcd: await fromAssetsOr('etcd', () =>
      build(log, 'etcd', {
        module: 'go.etcd.io/etcd/server/v3',
        version: VERSIONS.etcd,
        package: 'go.etcd.io/etcd/server/v3',
        usually: '1 min',
      }),
    ),
    helm4: await ensureHelm4(log),
    helm3: await build(log, 'helm3', {
      module: 'helm.sh/helm/v3',
      version: VERSIONS.helm3,
      package: 'helm.sh/helm/v3/cmd/helm',
      ldflags: helm3VersionFlags(),
      usually: '1 min',
    }),
    kubeApiserver: await fromAssetsOr('kube-apiserver', () =>
      build(log, 'kube-apiserver', {
        module: 'k8s.io/kubernetes',
        version: VERSIONS.kubernetes,
        package: 'k8s.io/kubernetes/cmd/kube-apiserver',
        ldflags: kubernetesVersionFlags(),
        usually: '7 min',
      }),
    ),
  };
}

/** Helm 4 alone, from the cache or built. */
export async function ensureHelm4(log: Log): Promise<string> {
  return build(log, 'helm4', {
    module: 'helm.sh/helm/v4',
    version: VERSIONS.helm4,
    package: 'helm.sh/helm/v4/cmd/helm',
    ldflags: `-X helm.sh/helm/v4/internal/version.version=${VERSIONS.helm4}`,
    usually: '2 min',
  });
}

/** A program that Go builds from a module, or from a file of ours that needs one. */
export interface GoProgram {
  module: string;
  version: string;
  package: string;
  /** A main.go of ours, instead of a package of the module. */
  source?: string;
  ldflags?: string;
  /** How long the build takes on two cores the first time. */
  usually: string;
}

/** Path of a program in the cache; built there the first time. */
export async function build(
  log: Log,
  name: string,
  program: GoProgram,
): Promise<string> {
  const { module, version } = program;
  return cached(path.join('bin', `${name}-${version}`), async target => {
    const began = Date.now();
    const elapsed = () => `${Math.round((Date.now() - began) / 1000)} s`;
    const ticker = setInterval(
      () => log(`building ${name} ${version}, ${elapsed()} so far`),
      15_000,
    );
    log(`building ${name} ${version} (${program.usually} the first time)`);
    const env = {
      ...process.env,
      GOFLAGS: '-mod=mod -buildvcs=false',
      CGO_ENABLED: '0',
    };
    const folder = `${path.join(cacheDirectory(), 'go')}-${name}-${
      process.pid
    }`;
    fs.mkdirSync(folder, { recursive: true });
    try {
      const go = (...args: string[]) => run('go', args, { cwd: folder, env });
      await go('mod', 'init', `headworks.dev/${name}`);
      await go('mod', 'edit', `-require=${module}@${version}`);
      for (const replacement of await stagingReplacements(
        go,
        module,
        version,
      )) {
        await go('mod', 'edit', `-replace=${replacement}`);
      }
      if (program.source) {
        fs.copyFileSync(program.source, path.join(folder, 'main.go'));
      }
      const ldflags = `-s -w ${program.ldflags ?? ''}`.trim();
      await go(
        'build',
        '-trimpath',
        '-ldflags',
        ldflags,
        '-o',
        target,
        program.package,
      );
    } finally {
      clearInterval(ticker);
      fs.rmSync(folder, { recursive: true, force: true });
    }
    log(`built ${name} in ${elapsed()}`);
  });
}

/**
 * Kubernetes replaces its own libraries by folders of its repository; outside
 * of it the published modules of the same release stand in for them.
 */
async function stagingReplacements(
  go: (...args: string[]) => Promise<string>,
  module: string,
  version: string,
): Promise<string[]> {
  if (module !== 'k8s.io/kubernetes') {
    return [];
  }
  const { GoMod } = JSON.parse(
    await go('mod', 'download', '-json', `${module}@${version}`),
  ) as { GoMod: string };
  const published = version.replace(/^v1\./, 'v0.');
  return [
    ...fs
      .readFileSync(GoMod, 'utf8')
      .matchAll(/^\t(k8s\.io\/\S+) => \.\/staging\//gm),
  ].map(([, name]) => `${name}=${name}@${published}`);
}

/** Helm 3 takes the Kubernetes version that it assumes offline from its build. */
function helm3VersionFlags(): string {
  const [major, minor] = VERSIONS.kubernetes.slice(1).split('.');
  return [
    `-X helm.sh/helm/v3/internal/version.version=${VERSIONS.helm3}`,
    ...['chartutil', 'lint/rules'].flatMap(name => [
      `-X helm.sh/helm/v3/pkg/${name}.k8sVersionMajor=${major}`,
      `-X helm.sh/helm/v3/pkg/${name}.k8sVersionMinor=${minor}`,
    ]),
  ].join(' ');
}

function kubernetesVersionFlags(): string {
  const [major, minor] = VERSIONS.kubernetes.slice(1).split('.');
  const variable = 'k8s.io/component-base/version';
  return [
    `-X ${variable}.gitVersion=${VERSIONS.kubernetes}`,
    `-X ${variable}.gitMajor=${major}`,
    `-X ${variable}.gitMinor=${minor}`,
    `-X ${variable}.gitTreeState=clean`,
  ].join(' ');
}

async function fromAssetsOr(
  name: string,
  otherwise: () => Promise<string>,
): Promise<string> {
  const assets = process.env.KUBEBUILDER_ASSETS;
  const given = assets && path.join(assets, name);
  return given && fs.existsSync(given) ? given : otherwise();
}
