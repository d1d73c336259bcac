import { GeneratedFile } from '@headworks/backstage-plugin-data-pipelines-common';

/** Where a file of our charts lies in a pipeline's repository. */
export function vendoredPath({ path }: GeneratedFile): string {
  return path.startsWith('umbrella/')
    ? path.slice('umbrella/'.length)
    : `charts/${path}`;
}
