import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cached, Log, run } from './download';

const TYPES = 'github.com/fluxcd/helm-controller/api@v1.6.5';
const GENERATOR = 'sigs.k8s.io/controller-tools/cmd/controller-gen@v0.21.0';

/**
 * The CRD of Flux's HelmRelease. Only its Go types are published as a module,
 * so the generator that Flux itself uses makes it from them.
 */
export async function helmReleaseDefinition(log: Log): Promise<string> {
  return cached('crds/fluxcd-helm-controller-v1.6.5', async target => {
    const work = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-flux-'));
    const options = {
      cwd: work,
      env: { ...process.env, GOFLAGS: '-mod=mod' },
    };
    try {
      log(`generating from ${TYPES}`);
      fs.writeFileSync(
        path.join(work, 'go.mod'),
        'module definitions\n\ngo 1.26.0\n',
      );
      await run('go', ['get', TYPES, GENERATOR], options);
      await run(
        'go',
        [
          'run',
          withoutVersion(GENERATOR),
          'crd',
          `paths=${withoutVersion(TYPES)}/v2`,
          `output:crd:dir=${target}`,
        ],
        options,
      );
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  });
}

function withoutVersion(module: string) {
  return module.split('@')[0];
}
