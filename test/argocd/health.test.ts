import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { RESOURCES } from '@headworks/backstage-plugin-data-pipelines-common';
import { healthRules } from '../../tools/lib/argocdConfigMap';
import { EVERY_STATE } from './everyState';
import { Answer, askLua } from './lua';
import { PORTAL } from './portal';

interface Judged {
  metadata: { name: string };
  /** What the rule says, where the portal has none for the kind. */
  expected?: [status: string, message: string];
}

interface Recorded {
  resource?: string;
  object: { kind: string };
}

const root = path.resolve(__dirname, '../..');
const cases = path.join(root, 'plugins/data-pipelines-common/src/health/cases');
const scripts = new Map(healthRules(path.join(root, 'charts')));

/** Statuses of a kind: recorded (or written down from a source that the file names). */
function statusesOf(kind: string): Judged[] {
  const file = path.join(__dirname, 'statuses', `${kind}.yaml`);
  const { objects } = parse(fs.readFileSync(file, 'utf8')) as {
    objects: Judged[];
  };
  return objects;
}

/** Those that the portal's own tests have. */
function casesOf(kind: string): object[] {
  return fs
    .readdirSync(cases)
    .map(file => parse(fs.readFileSync(path.join(cases, file), 'utf8')))
    .filter(recorded => kindOf(recorded) === kind)
    .map(({ object }) => object);
}

/** `<group>_<Kind>`; a case names its resource where two groups have the kind. */
function kindOf({ resource, object }: Recorded): string {
  const named = Object.entries(RESOURCES).find(([id, facts]) =>
    resource ? id === resource : facts.kind === object.kind,
  );
  return named ? `${named[1].group}_${named[1].kind}` : '';
}

function ask(kind: string, objects: object[], openLibs = true) {
  const script = scripts.get(kind)!;
  return askLua(objects.map(object => ({ script, object, openLibs })));
}

describe('docs/argocd-cm.yaml', () => {
  it('holds each rule as it is tested here', () => {
    const file = path.join(root, 'docs/argocd-cm.yaml');
    const { data } = parse(fs.readFileSync(file, 'utf8'));
    for (const [kind, script] of scripts) {
      expect(data).toMatchObject({
        [`resource.customizations.health.${kind}`]: script,
        [`resource.customizations.useOpenLibs.${kind}`]: 'true',
      });
    }
  });
});

describe.each([...scripts.keys()])('health of %s', kind => {
  const judge = PORTAL[kind];
  let given: Judged[];
  let answers: Answer[];

  beforeAll(async () => {
    given = statusesOf(kind);
    answers = await ask(kind, given);
  }, 300_000);

  if (judge) {
    it('says what the portal says, of all that was recorded and of every state', async () => {
      const objects = [
        ...given,
        ...casesOf(kind),
        ...(EVERY_STATE[kind] ?? []),
      ];
      const said = await ask(kind, objects);
      const portal = objects.map(object => {
        const { health: status, message } = judge(object);
        return { status, message };
      });
      expect(said).toEqual(portal);
    });
  } else {
    it('says of each status what is written beside it', () => {
      expect(answers.map(({ status, message }) => [status, message])).toEqual(
        given.map(({ expected }) => expected),
      );
    });
  }

  it('answers with a health that Argo CD knows, and with a sentence', () => {
    for (const { status, message, error } of answers) {
      expect(error).toBeUndefined();
      expect(status).toMatch(
        /^(Healthy|Progressing|Degraded|Suspended|Missing|Unknown)$/,
      );
      expect(message).toMatch(/^[A-Z0-9]/);
    }
  });

  it('answers without Lua’s libraries, too, and with the same health', async () => {
    const plain = await ask(kind, given, false);
    expect(plain.filter(({ error }) => error)).toEqual([]);
    // Telling an upgrade's known race from a failure takes string.find.
    const differing = plain.filter(
      ({ status }, at) => status !== answers[at].status,
    );
    expect(
      differing.every(({ message }) => message.includes('MountVolume.SetUp')),
    ).toBe(true);
  });
});
