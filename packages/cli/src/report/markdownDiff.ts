import {
  Change,
  JobChange,
  ObjectDiff,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { EnvironmentDiff, PipelineDiff } from '../diff/pipelineDiff';
import { EFFECT_WORDS, STATE_MARKS } from './diffWords';

/** By this a comment is found again. */
const MARK = '<!-- headworks diff -->';
/** Characters of an environment's objects; GitHub takes 65536 in a comment. */
const MOST = 20_000;

/** A diff for a comment on a pull request: first what it does to each job. */
export function markdownDiff(diff: PipelineDiff): string {
  return [
    MARK,
    ...diff.environments.map(environment => part(diff, environment)),
  ].join('\n\n');
}

function part(
  { pipeline, base }: PipelineDiff,
  { name, objects, changes, jobs }: EnvironmentDiff,
): string {
  const where = `### ${plain(pipeline)} in ${plain(name)}`;
  if (objects.length === 0) {
    return `${where}\n\nThe same as ${plain(base)}.\n`;
  }
  return [
    where,
    ...(jobs.length > 0 ? [jobTable(jobs)] : []),
    ...(changes.length > 0 ? [changes.map(changeLine).join('\n')] : []),
    details(base, objects),
  ].join('\n\n');
}

function jobTable(jobs: readonly JobChange[]): string {
  const rows = jobs.map(({ engine, job, effect, says }) => {
    const more = effect === 'nothing' ? '' : plain(says);
    return `| ${engine}/${plain(job)} | ${EFFECT_WORDS[effect]} | ${more} |`;
  });
  return [
    '| Job | What happens to it | |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function changeLine(change: Change): string {
  const { severity, object, path, problem, remedy } = change;
  const where = [`${object.kind}/${object.name}`, path]
    .flatMap(one => one || [])
    .map(plain)
    .join(' ');
  const end = remedy === 'Nothing to do.' ? '' : ` → ${plain(remedy)}`;
  return `- **${severity}** ${where}: ${plain(problem)}${end}`;
}

/** Folded: most people look at it only where the rest surprises them. */
function details(base: string, objects: readonly ObjectDiff[]): string {
  const all = objects.map(objectText).join('\n\n');
  const text =
    all.length > MOST
      ? `${all.slice(0, all.lastIndexOf('\n', MOST))}\n… the rest is in the log`
      : all;
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `<details><summary>${objects.length} ${
    objects.length === 1 ? 'object' : 'objects'
  }, against ${plain(base)}</summary>

${fence}diff
${text}
${fence}

</details>
`;
}

function objectText({ object, state, diff }: ObjectDiff): string {
  const title = `${STATE_MARKS[state]}  ${object.kind}/${object.name}`;
  return state === 'changed' ? `${title}\n${diff.trimEnd()}` : title;
}

/** Of backticks, one after the other. */
function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}

/** As it reads, whatever Markdown would make of it; nobody is called by it. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_~[\]<>|#]/g, '\\$&')
    .replaceAll('@', '&#64;');
}
