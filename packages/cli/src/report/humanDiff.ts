import {
  Change,
  ChangeSeverity,
  JobChange,
  ObjectDiff,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { EnvironmentDiff, PipelineDiff } from '../diff/pipelineDiff';
import { Colours } from '../terminal';
import { EFFECT_WORDS, STATE_MARKS } from './diffWords';

type Paint = (colours: Colours) => Colours['red'];

const EFFECTS: Record<JobChange['effect'], Paint> = {
  nothing: c => c.green,
  starts: c => c.cyan,
  'restarts-from-savepoint': c => c.yellow,
  'restarts-from-checkpoint': c => c.yellow,
  'restarts-empty': c => c.red,
  'runs-again': c => c.yellow,
  'runs-otherwise-next-time': c => c.cyan,
  stops: c => c.red,
  refused: c => c.red,
  unknown: c => c.yellow,
};

const SEVERITIES: Record<ChangeSeverity, Paint> = {
  refused: c => c.red,
  warning: c => c.yellow,
  info: c => c.cyan,
};

/** A diff for a person: what changes, what to know of it, what each job does. */
export function humanDiff(diff: PipelineDiff, colours: Colours): string {
  return diff.environments
    .map(environment => part(diff, environment, colours))
    .join('\n');
}

function part(
  { pipeline, base }: PipelineDiff,
  { name, objects, changes, jobs }: EnvironmentDiff,
  colours: Colours,
): string {
  const head = colours.bold(`${pipeline} ${name}`);
  if (objects.length === 0) {
    return `${head} ${colours.green(`the same as ${base}`)}\n`;
  }
  return [
    `${head} ${colours.dim(`against ${base}`)}\n`,
    ...objects.map(object => objectPart(object, colours)),
    ...titled(
      'What to know',
      changes.map(change => line(change, colours)),
    ),
    ...titled(
      'What it does to each job',
      jobs.map(job => jobLine(job, colours)),
    ),
  ].join('\n');
}

function titled(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`${title}\n${lines.join('')}`];
}

function objectPart({ object, state, diff }: ObjectDiff, colours: Colours) {
  const title = `${STATE_MARKS[state]}  ${object.kind}/${object.name}`;
  // A new or a removed object says itself: its name is enough.
  if (state !== 'changed') return `  ${title}\n`;
  const lines = diff
    .split('\n')
    .filter(text => !text.startsWith('\\ No newline'))
    .map(text => `    ${painted(text, colours)}`.trimEnd());
  return `  ${title}\n${lines.join('\n').trimEnd()}\n`;
}

function painted(text: string, colours: Colours): string {
  if (text.startsWith('+')) return colours.green(text);
  if (text.startsWith('-')) return colours.red(text);
  return text.startsWith('@@') ? colours.cyan(text) : text;
}

function line(change: Change, colours: Colours): string {
  const { severity, object, path, problem, remedy } = change;
  const where = [`${object.kind}/${object.name}`, path].filter(Boolean);
  const end = remedy === 'Nothing to do.' ? '' : `    → ${remedy}\n`;
  return `  ${SEVERITIES[severity](colours)(severity)}  ${where.join(
    ' ',
  )}\n    ${problem}\n${end}`;
}

function jobLine({ engine, job, effect, says }: JobChange, colours: Colours) {
  const more = effect === 'nothing' ? '' : `  ${colours.dim(says)}`;
  return `  ${engine}/${job}  ${EFFECTS[effect](colours)(
    EFFECT_WORDS[effect],
  )}${more}\n`;
}
