import { PipelineUpgrade } from '@headworks/backstage-plugin-data-pipelines-node';
import { Colours } from '../terminal';

/** What an upgrade does to the files, for a person. */
export function humanUpgrade(
  { from, to, changed, removed, kept }: PipelineUpgrade,
  colours: Colours,
): string {
  const isOurs = (path: string) => path.startsWith('charts/');
  const vendored = [...changed, ...removed].filter(isOurs).length;
  return [
    colours.bold(
      from === to
        ? `charts ${to}, brought up to date`
        : `charts ${from} → ${to}`,
    ),
    ...(vendored > 0 ? [`  ~ ${vendored} files of the charts`] : []),
    ...changed.filter(path => !isOurs(path)).map(path => `  ~ ${path}`),
    ...removed.filter(path => !isOurs(path)).map(path => `  - ${path}`),
    ...kept.map(
      ({ path, reason }) => `  ${colours.yellow('kept')} ${path}: ${reason}`,
    ),
    '',
    '',
  ].join('\n');
}
