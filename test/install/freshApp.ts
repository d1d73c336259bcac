import fs from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../../tools/lib/processes';
import { cached, cacheDirectory, run } from '../cluster/download';
import { versionsOfRelease } from './versionsOfRelease';

const root = path.resolve(__dirname, '../..');
const YARN = path.join(root, '.yarn/releases/yarn-4.13.0.cjs');
/** Of Backstage 1.55. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/** A Backstage that somebody just made, with a frontend of either system. */
export class FreshApp {
  readonly directory: string;
  readonly #environment: NodeJS.ProcessEnv;

  private constructor(home: string) {
    this.directory = path.join(home, 'portal');
    const bin = path.join(home, 'bin');
    fs.mkdirSync(bin);
    const yarn = `#!/bin/sh\nexec "${process.execPath}" "${YARN}" "$@"\n`;
    fs.writeFileSync(path.join(bin, 'yarn'), yarn, { mode: 0o755 });
    // As at a person's terminal.
    const { CI, NODE_ENV, NODE_OPTIONS, ...environment } = process.env;
    this.#environment = {
      ...environment,
      PATH: [bin, path.dirname(process.execPath), process.env.PATH].join(':'),
      BACKSTAGE_APP_NAME: 'portal',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      YARN_GLOBAL_FOLDER: path.join(cacheDirectory(), 'yarn'),
    };
  }

  /**
   * Makes both apps of `create-app` and puts the old frontend system's beside
   * the new one's, so that they share a backend and an installation.
   *
   * @param registry - address of the registry that has our packages
   */
  static async create(home: string, registry: string): Promise<FreshApp> {
    const app = new FreshApp(home);
    const tool = await cached(
      `create-app-${CREATE_APP.split('@').at(-1)}`,
      async target => {
        await run('npm', ['install', '--prefix', target, CREATE_APP]);
      },
    );
    const createApp = path.join(tool, 'node_modules/.bin/backstage-create-app');
    const make = `"${createApp}" --skip-install`;
    await app.#execute(home, `${make} --path portal`);
    await app.#execute(home, `${make} --path old --legacy`);
    const old = path.join(home, 'old');
    fs.renameSync(
      path.join(old, 'packages/app'),
      app.path('packages/app-legacy'),
    );
    fs.rmSync(old, { recursive: true });
    app.#prepare(registry);
    return app;
  }

  get environment() {
    return this.#environment;
  }

  path(file: string): string {
    return path.join(this.directory, file);
  }

  /**
   * Links what is added. Nothing is compiled: the one native library that a
   * backend needs under test is the one that this repository has.
   */
  async install(): Promise<void> {
    const lockfile = fs.readFileSync(this.path('yarn.lock'), 'utf8');
    this.#change('package.json', content => ({
      ...content,
      resolutions: { ...content.resolutions, ...versionsOfRelease(lockfile) },
    }));
    await this.run('yarn install');
    const build = 'node_modules/better-sqlite3/build';
    fs.cpSync(path.join(root, build), this.path(build), { recursive: true });
  }

  /** Runs a command as typed at the root of the app. */
  async run(command: string): Promise<string> {
    return this.#execute(this.directory, command);
  }

  edit(file: string, change: (text: string) => string) {
    const text = fs.readFileSync(this.path(file), 'utf8');
    fs.writeFileSync(this.path(file), change(text));
  }

  #change(file: string, change: (content: PackageJson) => PackageJson) {
    this.edit(file, text => JSON.stringify(change(JSON.parse(text)), null, 2));
  }

  #prepare(registry: string) {
    this.#change('packages/app-legacy/package.json', content => ({
      ...content,
      name: 'app-legacy',
    }));
    this.#change('packages/backend/package.json', content => ({
      ...content,
      dependencies: {
        ...content.dependencies,
        'app-legacy': 'link:../app-legacy',
      },
    }));
    const { resolutions } = readJson(path.join(root, 'package.json'));
    this.#change('package.json', content => ({
      ...content,
      // Releases that an installation fails with, as in this repository.
      resolutions: {
        ...resolutions,
        ...content.resolutions,
        'better-sqlite3': sqliteVersion(),
      },
    }));
    this.edit('.yarnrc.yml', text =>
      [
        text,
        `npmScopes: { headworks: { npmRegistryServer: '${registry}' } }`,
        'unsafeHttpWhitelist: [127.0.0.1]',
        'enableScripts: false',
        'nmMode: hardlinks-global',
        '',
      ].join('\n'),
    );
    // The same releases of everything as here, where both have it.
    fs.copyFileSync(path.join(root, 'yarn.lock'), this.path('yarn.lock'));
    forgetPlugins(this.#environment.YARN_GLOBAL_FOLDER!);
  }

  async #execute(cwd: string, command: string): Promise<string> {
    return runToEnd({
      title: command,
      file: '/bin/sh',
      args: ['-c', command],
      cwd,
      env: this.#environment,
    });
  }
}

function sqliteVersion() {
  const file = path.join(root, 'node_modules/better-sqlite3/package.json');
  return readJson(file).version!;
}

/** What we read of a package.json. */
interface PackageJson {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
  resolutions?: Record<string, string>;
}

function readJson(file: string): PackageJson {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

/** Yarn keeps packages by version; ours have one version and ever new content. */
function forgetPlugins(folder: string) {
  const cache = path.join(folder, 'cache');
  if (!fs.existsSync(cache)) return;
  for (const file of fs.readdirSync(cache)) {
    if (file.startsWith('@headworks-')) fs.rmSync(path.join(cache, file));
  }
}
