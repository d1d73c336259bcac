import path from 'node:path';
import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';
import { loadCharts } from '@headworks/backstage-plugin-data-pipelines-node';
import { VERSION } from './version';

/** The charts that this command writes: beside it once it is built, else those of the sources. */
export function ownCharts(): Promise<GeneratedFile[]> {
  const folder = VERSION === 'dev' ? '../../../charts' : 'charts';
  // The build is one file, with the charts beside it.
  // eslint-disable-next-line no-restricted-syntax
  return loadCharts(path.join(__dirname, folder));
}
