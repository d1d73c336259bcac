import fs from 'node:fs';
import path from 'node:path';
import {
  Health,
  RecordedChange,
  replay,
  Score,
  scoreOf,
  Span,
  Truth,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { healthRules } from '../../tools/lib/argocdConfigMap';
import { recordingsIn } from '../../tools/lib/recordings';
import { askLua } from '../argocd/lua';
import { figure, run } from './figures';

/** Percent that Argo CD's built-in rule agrees with the same recordings; it names no failure. */
const BUILT_IN = 16;
const RESOURCE = 'flinkdeployments.flink.apache.org';
const RULE = 'flink.apache.org_FlinkDeployment';

/**
 * How far the portal's verdicts, and those of the rule that Argo CD may use,
 * agree with what was true: `truth.ts DIR`, where DIR holds `truth.json`
 * beside the recordings.
 */
async function bench() {
  const [dir] = process.argv.slice(2);
  if (!dir)
    throw new Error('Which recordings? yarn tsx test/bench/truth.ts DIR');
  const truth: Truth = JSON.parse(
    fs.readFileSync(path.join(dir, 'truth.json'), 'utf8'),
  );
  const places = recordingsIn(path.resolve(dir), problem =>
    process.stderr.write(`${problem}\n`),
  );
  print("the portal's rules", scoreOf(places.flatMap(replay), truth), '>= 97');
  const lua = await Promise.all(places.map(luaSpans));
  print(
    'health.lua, of the resource alone',
    scoreOf(lua.flat(), only(truth, places)),
    'none: it sees no pods',
  );
}

function print(who: string, score: Score, target: string) {
  const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
  const percent = (part: number, of: number) => (of ? (100 * part) / of : 0);
  const failing = sum(score.failures.map(({ seconds }) => seconds));
  const named = sum(score.failures.map(failure => failure.named));
  const slowest = Math.max(
    0,
    ...score.failures.map(({ after, seconds }) => after ?? seconds),
  );
  const share = percent(score.agreed, score.covered);
  figure(
    `${who}: seconds that agree with the truth`,
    share,
    '%',
    target,
    BUILT_IN,
  );
  figure(
    `${who}: seconds of real failure that are named`,
    percent(named, failing),
    '%',
    target.startsWith('>') ? '>= 90' : target,
    0,
  );
  figure(
    `${who}: slowest failure to be named`,
    slowest,
    's',
    target.startsWith('>') ? '<= 20' : target,
    Math.max(0, ...score.failures.map(({ seconds }) => seconds)),
  );
}

/** What the Lua rule is for. */
function only(truth: Truth, places: RecordedChange[][]): Truth {
  const files = new Set(
    places
      .flat()
      .filter(({ resource }) => resource === RESOURCE)
      .map(({ file }) => file),
  );
  return Object.fromEntries(
    Object.entries(truth).filter(([file]) => files.has(file)),
  );
}

/** Argo CD asks its rule whenever the resource changes. */
async function luaSpans(changes: readonly RecordedChange[]): Promise<Span[]> {
  const seen = changes
    .filter(({ resource }) => resource === RESOURCE)
    .sort((a, b) => a.at - b.at);
  if (!seen.length) return [];
  const charts = path.resolve(__dirname, '../../charts');
  const script = new Map(healthRules(charts)).get(RULE)!;
  const answers = await askLua(
    seen.map(({ object }) => ({ script, object, openLibs: true })),
  );
  const nameOf = ({ object: { metadata } }: RecordedChange) =>
    `${metadata.namespace}/${metadata.name}`;
  return seen.flatMap((change, index) => {
    if (change.type === 'DELETED') return [];
    const next = seen
      .slice(index + 1)
      .find(later => nameOf(later) === nameOf(change));
    const to = next?.at ?? seen.at(-1)!.at;
    return {
      file: change.file,
      object: change.object.metadata.name,
      from: new Date(change.at).toISOString(),
      to: new Date(to).toISOString(),
      health: answers[index].status as Health,
      reason: 'Lua',
    };
  });
}

run(bench);
