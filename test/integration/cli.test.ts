import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {
  generatePipeline,
  loadCharts,
  writeFiles,
} from '@headworks/backstage-plugin-data-pipelines-node';
import { parse, parseAllDocuments } from 'yaml';
import { ensureBinaries } from '../cluster/binaries';
import { cleanEnvironment, PackedCli, packCli } from './packedCli';
import { TerminalSession } from './TerminalSession';

const SAMPLE = path.resolve(
  __dirname,
  '../playground/samples/clickstream.yaml',
);

const COMMANDS = ['new', 'check', 'render', 'diff', 'upgrade', 'crds'];

/** The command as npm packs it, with a real Helm and a real Git. */
describe('headworks', () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'headworks-cli-'));
  let helm: string;
  let cli: PackedCli;

  beforeAll(async () => {
    ({ helm4: helm } = await ensureBinaries(() => {}));
    cli = await packCli(home, helm);
  }, 900_000);

  afterAll(() => fs.rmSync(home, { recursive: true, force: true }));

  const made = async (name: string, ...more: string[]) => {
    const args = ['new', name, '--from', SAMPLE, ...more];
    expect(await cli.run(args)).toMatchObject({ code: 0, err: '' });
    return path.join(home, name);
  };
  const edit = (file: string, from: string, to: string) => {
    const text = fs.readFileSync(file, 'utf8');
    expect(text).toContain(from);
    fs.writeFileSync(file, text.replace(from, to));
  };
  const lineOf = (file: string, text: string) =>
    fs
      .readFileSync(file, 'utf8')
      .split('\n')
      .findIndex(line => line.includes(text)) + 1;

  it('runs through npx from its tarball alone, without a network', () => {
    const out = execFileSync(
      'npx',
      ['--yes', '--offline', `--package=${cli.tarball}`, 'headworks', '--help'],
      {
        cwd: home,
        encoding: 'utf8',
        env: {
          ...cleanEnvironment(helm),
          HOME: home,
          npm_config_cache: path.join(home, 'npm'),
        },
      },
    );
    expect(out).toContain('Usage: headworks [options] [command]');
  });

  it('starts fast', async () => {
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now();
      await cli.run(['--help']);
      times.push(performance.now() - began);
    }
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('says its version and what there is', async () => {
    expect((await cli.run(['--version'])).out).toBe('0.1.0\n');
    for (const command of COMMANDS) {
      const { code, out } = await cli.run([command, '--help']);
      expect([command, code]).toEqual([command, 0]);
      expect(out).toContain('Examples:');
      expect(out).toContain('Exit codes:');
    }
  });

  it.each([
    [['chek'], 'Did you mean check?'],
    [['check', '--outptu', 'json'], 'Did you mean --output?'],
    [['check', '-o', 'xml'], 'Allowed choices are human, json, sarif, github'],
    [['render'], "required option '-e, --environment <name>' not specified"],
    [['check', 'nowhere'], 'nowhere: the folder cannot be read'],
    [['check', '.', '--helm', 'no-helm'], 'not a pipeline'],
  ])('ends with 2 for %j', async (args, said) => {
    const { code, err } = await cli.run(args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });

  describe('new', () => {
    it('writes a repository that is clean, and says what is next', async () => {
      const { out } = await cli.run(['new', 'fresh', '--from', SAMPLE]);
      expect(out).toContain('cd fresh\n');
      expect(out).toContain(
        'helm install clickstream . --namespace pipelines -f values-dev.yaml',
      );
      const checked = await cli.run(['check', 'fresh', '-o', 'json']);
      const { findings } = JSON.parse(checked.out);
      expect(
        findings.filter(
          ({ severity }: { severity: string }) => severity === 'error',
        ),
      ).toEqual([]);
      expect(checked.code).toBe(0);
    });

    it('makes the first commit where it is asked to', async () => {
      const folder = await made('committed', '--git');
      const git = (...args: string[]) =>
        execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
      expect(git('log', '--format=%s')).toBe('clickstream: begin\n');
      expect(git('status', '--porcelain')).toBe('');
      expect(await cli.run(['diff'], { cwd: folder })).toMatchObject({
        code: 0,
        out: 'clickstream dev the same as HEAD\n',
      });
    });

    it('reads a specification from standard input, also JSON', async () => {
      const input = JSON.stringify({
        pipeline: { name: 'piped', owner: 'group:default/team' },
        environments: { dev: { cluster: 'one', namespace: 'two' } },
        values: {
          global: {
            kafka: {
              ...{ mode: 'strimzi', cluster: 'k', namespace: 'k' },
              ...{ bootstrapServers: 'k:9092', authentication: 'none' },
            },
            storage: { uri: 's3://a/b' },
          },
          kafka: { topics: { 'a: {{ b }}': { external: true } } },
        },
      }).replace('a: {{ b }}', 'a.b');
      const { code, err } = await cli.run(['new', '--from', '-'], { input });
      expect([code, err]).toEqual([0, '']);
      expect(fs.existsSync(path.join(home, 'piped/Chart.yaml'))).toBe(true);
    });

    it('names every problem of a specification and writes nothing', async () => {
      const input = '{ pipeline: { nam: x }, environments: {}, values: {} }';
      const { code, err } = await cli.run(['new', 'wrong', '--from', '-'], {
        input,
      });
      expect(code).toBe(1);
      expect(err).toContain('pipeline.owner: is missing; give a value');
      expect(err).toContain('pipeline.nam: is not known here');
      expect(fs.existsSync(path.join(home, 'wrong'))).toBe(false);
    });

    it('leaves a folder alone that is not empty', async () => {
      fs.mkdirSync(path.join(home, 'full'));
      fs.writeFileSync(path.join(home, 'full/mine'), 'x');
      const { code, err } = await cli.run(['new', 'full', '--from', SAMPLE]);
      expect([code, err]).toEqual([
        2,
        'headworks: full: the folder is not empty; give another one.\n',
      ]);
      expect(fs.readdirSync(path.join(home, 'full'))).toEqual(['mine']);
    });

    it('leaves nothing where Git does not commit', async () => {
      const { code, err } = await cli.run(
        ['new', 'half', '--git', '--from', SAMPLE],
        { env: { GIT_AUTHOR_NAME: '', GIT_COMMITTER_NAME: '' } },
      );
      expect(code).toBe(2);
      expect(err).toContain('git commit');
      expect(fs.readdirSync(home).filter(name => /half/.test(name))).toEqual(
        [],
      );
    });

    it('asks at a terminal, and again where an answer is wrong', async () => {
      const terminal = new TerminalSession(cli.file, home, ['new', 'asked'], {
        ...cleanEnvironment(helm),
        TERM: 'xterm',
      });
      await terminal.answer('Name of the pipeline', '\u0015My Name\r');
      await terminal.answer('Use lower-case letters', '\u0015my-name\r');
      await terminal.answer('Owner in the catalog', '\r');
      await terminal.answer('Topics that it declares', 'clicks, sums\r');
      await terminal.answer('Topics of others', '\r');
      await terminal.answer('which engine', '\r');
      await terminal.answer('Its name', 'sum\r');
      await terminal.answer('Its image', 'registry.example.com/sum:1.0.0\r');
      await terminal.answer('Its jar in the image', '\r');
      await terminal.answer('It reads', ' \r');
      await terminal.answer('It writes', '\u001b[B \r');
      await terminal.answer('Another job', '\r');
      await terminal.answer('Kafka cluster', '\r');
      await terminal.answer('Its namespace', '\r');
      await terminal.answer('prove who they are', '\r');
      await terminal.answer('Bootstrap servers', '\r');
      await terminal.answer('Storage for checkpoints', '\r');
      await terminal.answer('First environment', '\r');
      await terminal.answer('Cluster of dev', '\r');
      await terminal.answer('Namespace of dev', '\r');
      await terminal.answer('Another environment', '\r');
      await terminal.answer('CI that checks it', '\r');
      await terminal.ended();
      const { flink } = parse(
        fs.readFileSync(path.join(home, 'asked/values.yaml'), 'utf8'),
      );
      expect(flink.jobs.sum).toMatchObject({
        reads: ['clicks'],
        writes: ['sums'],
      });
      expect((await cli.run(['check', 'asked'])).code).toBe(0);
    });

    it('leaves nothing behind at Ctrl-C', async () => {
      const terminal = new TerminalSession(cli.file, home, ['new', 'stopped'], {
        ...cleanEnvironment(helm),
        TERM: 'xterm',
      });
      await terminal.answer('Name of the pipeline', '\u0003');
      await terminal.ended();
      expect(fs.readdirSync(home).filter(name => /stopped/.test(name))).toEqual(
        [],
      );
    });

    it('asks nobody where nobody is', async () => {
      const { code, err } = await cli.run(['new']);
      expect(code).toBe(2);
      expect(err).toContain('Give the specification with --from');
    });
  });

  describe('check', () => {
    it('points to the line of a value that is wrong, once', async () => {
      const folder = await made('refused');
      const values = path.join(folder, 'values.yaml');
      edit(values, '- clicks\n', '- klicks\n');
      const { code, out } = await cli.run(['check', folder, '-o', 'github']);
      expect(code).toBe(1);
      const line = lineOf(values, '- klicks') - 1;
      expect(out).toBe(
        `::error file=values.yaml,line=${line},title=values::nobody declares the topic "klicks"; did you mean "clicks"?; add it to the topics (as external if somebody else owns it) or remove it from the job\n`,
      );
    });

    it('points to the line of what only Helm refuses', async () => {
      const folder = await made('refused-by-helm');
      const values = path.join(folder, 'values-dev.yaml');
      edit(values, 'environment: dev', 'environment: dev\n  profile: prod');
      const { code, out } = await cli.run(['check', folder, '-o', 'json']);
      expect(code).toBe(1);
      expect(JSON.parse(out).findings).toMatchObject([
        {
          rule: 'render',
          environment: 'dev',
          value: 'global.kafka.authentication',
          file: 'values.yaml',
          line: lineOf(path.join(folder, 'values.yaml'), 'authentication:'),
        },
      ]);
    });

    it('is as strict as the profile, and fails for warnings where it should', async () => {
      const folder = await made('strict');
      const counts = async (...more: string[]) => {
        const args = ['check', folder, '-o', 'json', ...more];
        const { code, out } = await cli.run(args);
        const { findings } = JSON.parse(out) as {
          findings: Array<{ severity: string }>;
        };
        return [code, findings.some(({ severity }) => severity === 'warning')];
      };
      expect(await counts('-p', 'dev', '--strict')).toEqual([0, false]);
      expect(await counts('-p', 'prod')).toEqual([0, true]);
      expect(await counts('-p', 'prod', '--strict')).toEqual([1, true]);
    });

    it('takes a reason for a finding', async () => {
      const folder = await made('accepted');
      edit(
        path.join(folder, 'values.yaml'),
        'global:\n',
        `global:
  lint:
    accepted:
      kafka-client-tls:
        FlinkDeployment/clickstream-alerting: the network is encrypted already
`,
      );
      const { out } = await cli.run(['check', folder, '-o', 'sarif']);
      const [{ results }] = JSON.parse(out).runs as Array<{
        results: Array<{ ruleId: string; suppressions?: object[] }>;
      }>;
      expect(
        results
          .filter(({ ruleId }) => ruleId === 'kafka-client-tls')
          .map(({ suppressions }) => suppressions),
      ).toEqual(
        expect.arrayContaining([
          undefined,
          [
            {
              kind: 'inSource',
              justification: 'the network is encrypted already',
            },
          ],
        ]),
      );
    });

    it('says what is no YAML', async () => {
      const folder = await made('broken');
      edit(path.join(folder, 'values.yaml'), 'kafka:\n', 'kafka: [\n');
      const { code, out } = await cli.run(['check', folder]);
      expect(code).toBe(1);
      expect(out).toMatch(/error {2}values {2}values\.yaml:\d+/);
    });

    it('says which binary is missing and how to name it', async () => {
      const folder = await made('no-helm');
      const { code, err } = await cli.run(['check', folder], {
        env: { HEADWORKS_HELM: '/nowhere/helm' },
      });
      expect([code, err]).toEqual([
        2,
        'headworks: "/nowhere/helm" is not a program here. Install Helm 4 or 3, or name its binary with --helm or HEADWORKS_HELM.\n',
      ]);
    });

    it('knows the environments', async () => {
      const folder = await made('known');
      const { code, err } = await cli.run(['check', folder, '-e', 'prod']);
      expect([code, err]).toEqual([
        2,
        'headworks: --environment prod: there is no values-prod.yaml; the environments are dev.\n',
      ]);
    });
  });

  describe('render', () => {
    it('prints the same objects as Helm, twice the same bytes', async () => {
      const folder = await made('rendered');
      const args = ['render', folder, '-e', 'dev'];
      const { out } = await cli.run(args);
      expect((await cli.run(args)).out).toBe(out);
      const parsed = (text: string) =>
        parseAllDocuments(text)
          .map(document => document.toJSON())
          .filter(Boolean);
      expect(parsed(out)).toEqual(
        parsed(
          execFileSync(
            helm,
            [
              ...['template', 'clickstream', '.', '-f', 'values-dev.yaml'],
              ...['--namespace', 'pipelines'],
            ],
            { cwd: folder, encoding: 'utf8' },
          ),
        ),
      );
    });

    it('writes a file an object, into an empty folder only', async () => {
      const folder = await made('files');
      const args = ['render', folder, '-e', 'dev', '-o', 'objects'];
      expect((await cli.run(args)).code).toBe(0);
      expect(fs.readdirSync(path.join(home, 'objects'))).toContain(
        'flinkdeployment-clickstream-sessionize.yaml',
      );
      expect((await cli.run(args)).code).toBe(2);
    });
  });

  describe('diff', () => {
    it('says what changes and what each job does', async () => {
      const folder = await made('changed', '--git');
      const values = path.join(folder, 'values.yaml');
      edit(values, 'parallelism: 4', 'parallelism: 6');
      const { code, out } = await cli.run(['diff', folder]);
      expect(out).toContain('-    parallelism: 4\n    +    parallelism: 6');
      expect(out).toContain('flink/alerting  nothing');
      expect(out).toContain('flink/sessionize  restarts from a savepoint');
      expect(code).toBe(3);
      expect((await cli.run(['diff', folder, '--exit-zero'])).code).toBe(0);
      const comment = await cli.run(['diff', folder, '-o', 'markdown']);
      expect(comment.out).toContain(
        '| flink/sessionize | restarts from a savepoint |',
      );
    });

    it('ends with 1 for what cannot be', async () => {
      const folder = await made('impossible', '--git');
      const values = path.join(folder, 'values.yaml');
      edit(values, 'partitions: 12', 'partitions: 3');
      const { code, out } = await cli.run(['diff', folder, '-o', 'json']);
      const [{ changes }] = JSON.parse(out).environments;
      expect(changes[0]).toMatchObject({
        severity: 'refused',
        object: { kind: 'KafkaTopic', name: 'clicks' },
      });
      expect(code).toBe(1);
    });

    it('compares with any commit and leaves the index alone', async () => {
      const folder = await made('branched', '--git');
      const git = (...args: string[]) =>
        execFileSync('git', args, {
          cwd: folder,
          encoding: 'utf8',
          env: cleanEnvironment(helm),
        });
      git('switch', '--quiet', '--create', 'more');
      edit(
        path.join(folder, 'values.yaml'),
        'parallelism: 2',
        'parallelism: 3',
      );
      git('commit', '--quiet', '--all', '--message=more');
      fs.writeFileSync(path.join(folder, 'note'), 'x');
      git('add', 'note');
      const { code, out } = await cli.run(['diff', folder, '--base', 'main']);
      expect(code).toBe(3);
      expect(out).toContain('clickstream dev against main');
      expect(git('status', '--porcelain')).toBe('A  note\n');
      const unknown = await cli.run(['diff', folder, '--base', 'gone']);
      expect([unknown.code, unknown.err]).toEqual([
        2,
        'headworks: --base gone: Git knows no such commit; fetch it, or correct its name.\n',
      ]);
    });

    it('takes a pipeline that was not there yet as new', async () => {
      const outer = path.join(home, 'mono');
      fs.mkdirSync(outer);
      const git = (...args: string[]) =>
        execFileSync('git', args, { cwd: outer, env: cleanEnvironment(helm) });
      git('init', '--quiet', '--initial-branch=main');
      git('commit', '--quiet', '--allow-empty', '--message=begin');
      await cli.run(['new', 'mono/one', '--from', SAMPLE]);
      const { code, out } = await cli.run(['diff', 'mono/one']);
      expect(code).toBe(3);
      expect(out).toContain('+ new  FlinkDeployment/clickstream-sessionize');
      expect(out).toContain('flink/sessionize  starts');
    });

    it('leaves nothing in the temporary folder', async () => {
      const folder = await made('tidy', '--git');
      const TMPDIR = path.join(home, 'tmp');
      fs.mkdirSync(TMPDIR);
      await cli.run(['diff', folder], { env: { TMPDIR } });
      expect(fs.readdirSync(TMPDIR)).toEqual([]);
    });

    it('leaves nothing in the temporary folder when it is interrupted', async () => {
      const folder = await made('cut', '--git');
      const TMPDIR = path.join(home, 'tmp-cut');
      fs.mkdirSync(TMPDIR);
      const child = spawn(process.execPath, [cli.file, 'diff', folder], {
        env: { ...cleanEnvironment(helm), TMPDIR },
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      while (
        !/helm/.test(
          JSON.stringify(fs.readdirSync(TMPDIR, { recursive: true })),
        )
      ) {
        await new Promise(resolve => setTimeout(resolve, 5));
      }
      child.kill('SIGINT');
      expect(await ended).toEqual([130, null]);
      expect(fs.readdirSync(TMPDIR)).toEqual([]);
    });

    it('says where there is no Git repository', async () => {
      const folder = await made('loose');
      const { code, err } = await cli.run(['diff', folder]);
      expect(code).toBe(2);
      expect(err).toContain('not in a Git repository');
    });
  });

  describe('crds', () => {
    /** A server of ours in the place of GitHub. */
    const published = async (use: (url: string) => Promise<void>) => {
      const asked: string[] = [];
      const server = http.createServer((request, response) => {
        asked.push(request.url!);
        const kind = /releases\/download\/1\.2\.0\//.test(request.url!)
          ? 'CustomResourceDefinition'
          : undefined;
        response.statusCode = kind ? 200 : 404;
        response.end(
          JSON.stringify({
            kind,
            spec: {
              group: 'kafka.strimzi.io',
              names: { kind: 'KafkaTopic' },
              versions: [
                {
                  name: 'v1',
                  served: true,
                  schema: {
                    openAPIV3Schema: {
                      type: 'object',
                      properties: { spec: { type: 'object', properties: {} } },
                    },
                  },
                },
              ],
            },
          }),
        );
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      try {
        const { port } = server.address() as AddressInfo;
        await use(`http://127.0.0.1:${port}`);
      } finally {
        server.close();
      }
      return asked;
    };

    it('fetches the definitions of a version once, and shows their sum', async () => {
      const folder = await made('versioned');
      const args = ['crds', folder, '--operator', 'strimzi@1.2.0'];
      const asked = await published(async url => {
        const env = {
          HEADWORKS_GITHUB: url,
          XDG_CACHE_HOME: path.join(home, 'cache'),
        };
        const first = await cli.run(args, { env });
        expect(first.out).toMatch(/^Definitions of strimzi 1\.2\.0 \(sha256:/);
        expect(first.out).toContain(
          'KafkaTopic/clicks spec.partitions\n    is not known',
        );
        expect(first.out).toContain(
          'not checked, for want of a definition: flink.apache.org/FlinkDeployment',
        );
        expect(first.code).toBe(1);
        expect(await cli.run(args, { env })).toEqual(first);
      });
      expect(asked).toEqual([
        '/strimzi/strimzi-kafka-operator/releases/download/1.2.0/strimzi-crds-1.2.0.yaml',
      ]);
    });

    it('says where there is no such version, and keeps nothing of it', async () => {
      const folder = await made('unversioned');
      const cache = path.join(home, 'no-cache');
      await published(async url => {
        const { code, err } = await cli.run(
          ['crds', folder, '--operator', 'strimzi@9.9.9'],
          { env: { HEADWORKS_GITHUB: url, XDG_CACHE_HOME: cache } },
        );
        expect(code).toBe(2);
        expect(err).toContain('strimzi-crds-9.9.9.yaml answered 404');
      });
      expect(fs.existsSync(cache)).toBe(false);
    });

    it('wants to know against what', async () => {
      const folder = await made('unasked');
      const { code, err } = await cli.run(['crds', folder]);
      expect(code).toBe(2);
      expect(err).toContain('Give --cluster, --operator or --from');
    });
  });

  describe('upgrade', () => {
    /** A repository with charts of another version, which render something else. */
    const older = async (name: string, change: [string, string]) => {
      const charts = await loadCharts(path.resolve(__dirname, '../../charts'));
      const [from, to] = change;
      const folder = path.join(home, name);
      await writeFiles(
        folder,
        generatePipeline({
          spec: parse(fs.readFileSync(SAMPLE, 'utf8')),
          charts: charts.map(({ path: file, content }) => ({
            path: file,
            content: /^[^/]+\/Chart\.yaml$/.test(file)
              ? content.replace(/^(\s*version: ).*$/gm, '$10.0.1')
              : content.replaceAll(from, to),
          })),
        }),
      );
      const git = gitIn(folder);
      git('init', '--quiet', '--initial-branch=main');
      git('add', '--all');
      git('commit', '--quiet', '--message=begin');
      return folder;
    };
    const gitIn =
      (cwd: string) =>
      (...args: string[]) =>
        execFileSync('git', args, {
          cwd,
          encoding: 'utf8',
          env: cleanEnvironment(helm),
        });
    const LABEL: [string, string] = [
      'app.kubernetes.io/part-of',
      'app.kubernetes.io/belongs-to',
    ];

    it('shows what it does, writes it, and has nothing more to do', async () => {
      const folder = await older('old', LABEL);
      edit(path.join(folder, 'README.md'), '# ', '# Our ');
      gitIn(folder)('commit', '--quiet', '--all', '--message=ours');
      const dry = await cli.run(['upgrade', folder, '--dry-run']);
      expect(dry.out).toMatch(/^charts 0\.0\.1 → 0\.1\.0\n/);
      expect(dry.out).toContain('~ changes  FlinkDeployment/');
      expect(dry.code).toBe(3);
      expect(gitIn(folder)('status', '--porcelain')).toBe('');

      const done = await cli.run(['upgrade', folder, '--yes']);
      expect([done.code, done.err]).toEqual([0, '']);
      expect(done.out).toContain('The pipeline has the charts 0.1.0.');
      expect(fs.readFileSync(path.join(folder, 'README.md'), 'utf8')).toMatch(
        /^# Our /,
      );
      expect(
        fs.readFileSync(path.join(folder, 'charts/common/Chart.yaml'), 'utf8'),
      ).toContain('version: 0.1.0');
      expect((await cli.run(['check', folder])).code).toBe(0);
      gitIn(folder)('add', '--all');
      gitIn(folder)('commit', '--quiet', '--message=upgraded');
      expect(await cli.run(['upgrade', folder])).toMatchObject({
        code: 0,
        out: 'Nothing to do: the charts are 0.1.0.\n',
      });
    });

    it('names what it keeps, because people changed it', async () => {
      const folder = await older('kept', LABEL);
      const readme = path.join(folder, 'catalog-info.yaml');
      edit(readme, 'lifecycle: production', 'lifecycle: experimental');
      const { out } = await cli.run([
        ...['upgrade', folder, '--dry-run', '--force'],
      ]);
      expect(out).not.toContain('~ catalog-info.yaml');
    });

    it('wants a clean work tree', async () => {
      const folder = await older('dirty', LABEL);
      edit(
        path.join(folder, 'values.yaml'),
        'parallelism: 4',
        'parallelism: 5',
      );
      const refused = await cli.run(['upgrade', folder, '--yes']);
      expect([refused.code, refused.err]).toEqual([
        2,
        `headworks: ${folder}: there are changes that are not committed (values.yaml); commit them, or use --force.\n`,
      ]);
      const forced = await cli.run(['upgrade', folder, '--yes', '--force']);
      expect(forced.code).toBe(0);
      expect(
        fs.readFileSync(path.join(folder, 'values.yaml'), 'utf8'),
      ).toContain('parallelism: 5');
    });

    it('writes nothing where nobody agrees', async () => {
      const folder = await older('asked', LABEL);
      const { code, err } = await cli.run(['upgrade', folder]);
      expect(code).toBe(2);
      expect(err).toContain('Say --yes, or --dry-run');
      expect(gitIn(folder)('status', '--porcelain')).toBe('');
    });

    it('writes nothing where a change cannot be', async () => {
      const folder = await older('refusing', [
        'partitions: {{ .topic.partitions | default 3 }}',
        'partitions: 100',
      ]);
      const { code, out, err } = await cli.run(['upgrade', folder, '--yes']);
      expect(out).toContain('100 partitions cannot become 12');
      expect(err).toContain('Nothing is written');
      expect(code).toBe(1);
      expect(gitIn(folder)('status', '--porcelain')).toBe('');
    });

    it('writes nothing over charts that were changed by hand', async () => {
      const folder = await older('by-hand', LABEL);
      edit(
        path.join(folder, 'charts/common/Chart.yaml'),
        'version: 0.0.1',
        'version: 0.0.1 ',
      );
      gitIn(folder)('commit', '--quiet', '--all', '--message=by hand');
      const { code, err } = await cli.run(['upgrade', folder, '--yes']);
      expect(code).toBe(1);
      expect(err).toContain('charts/common/Chart.yaml: it is not as Headworks');
      expect(gitIn(folder)('status', '--porcelain')).toBe('');
    });
  });
});
