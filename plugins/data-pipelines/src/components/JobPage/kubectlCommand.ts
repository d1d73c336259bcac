import {
  ObjectRef,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';

/** What shows an object in a terminal; by the full name, as others share the short one. */
export function kubectlCommand({
  apiVersion,
  kind,
  namespace,
  name,
}: ObjectRef): string {
  const [group, version] = apiVersion.includes('/')
    ? apiVersion.split('/')
    : ['', apiVersion];
  const known = Object.values(RESOURCES).find(
    one => one.kind === kind && one.group === group,
  );
  const resource = [known?.plural ?? kind.toLowerCase(), version, group]
    .filter(Boolean)
    .join('.');
  // A core resource goes by its plain name.
  const wanted = group ? resource : known?.plural ?? kind.toLowerCase();
  return `kubectl describe ${wanted} ${name} --namespace ${namespace}`;
}
