import path from 'node:path';
import { ClusterClient } from '../cluster/client';
import { applyManifest, Manifest, tokenOf } from '../cluster/manifests';
import { addToBackend, addToConfig, applyDiff } from './edits';
import { FreshApp } from './freshApp';
import { Block, commandsOf, fileOf, stepsOfReadme } from './readme';

/** Does what the README says, block by block; returns the token that it made. */
export async function followReadme(options: {
  app: FreshApp;
  cluster: ClusterClient;
}): Promise<string> {
  const { app, cluster } = options;
  const blocks = [...stepsOfReadme().values()].flat();
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(commandsOf);
  for (const command of commands.filter(of => of.startsWith('yarn '))) {
    // Files are linked once, when all packages are known.
    await app.run(`${command} --mode=update-lockfile`);
    const [, forApp] =
      /^yarn --cwd packages\/app (add \S+pipelines)$/.exec(command) ?? [];
    if (forApp && !command.includes('scaffolder')) {
      await app.run(
        `yarn --cwd packages/app-legacy ${forApp} --mode=update-lockfile`,
      );
    }
  }
  await app.install();
  for (const block of blocks) edit(app, block);
  return giveRights({ app, cluster, commands });
}

function edit(app: FreshApp, block: Block) {
  if (block.language === 'sh') return;
  const { file, body } = fileOf(block);
  switch (block.language) {
    case 'ts':
      app.edit(file, text => addToBackend(text, body));
      break;
    case 'diff':
      app.edit(file.replace('packages/app/', 'packages/app-legacy/'), text =>
        applyDiff(text, body),
      );
      break;
    case 'yaml':
      app.edit(file, text => addToConfig(text, body));
      break;
    default:
      throw new Error(`Nobody follows a block of "${block.language}"`);
  }
}

/** What kubectl does with the README's commands, with the files that were installed. */
async function giveRights(options: {
  app: FreshApp;
  cluster: ClusterClient;
  commands: string[];
}): Promise<string> {
  const { app, cluster, commands } = options;
  let token: string | undefined;
  for (const command of commands.filter(of => !of.startsWith('yarn '))) {
    const [, file] = /^kubectl apply -f (\S+)$/.exec(command) ?? [];
    const [, account] =
      /^kubectl create token (\S+) --namespace headworks /.exec(command) ?? [];
    if (file) {
      const folder = path.dirname(app.path(file));
      const name = path.basename(file, '.yaml') as Manifest;
      await applyManifest(cluster, name, { folder });
    } else if (account) {
      token = await tokenOf(cluster, account);
    } else {
      throw new Error(`Nobody follows "${command}"`);
    }
  }
  if (!token) throw new Error('README.md makes no token');
  return token;
}
