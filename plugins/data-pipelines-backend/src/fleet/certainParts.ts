import {
  EnvironmentView,
  ObjectRef,
  ResourceId,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { Place } from './Place';
import { ShownPart, shownParts } from './shownParts';

/**
 * The parts whose shown health is that of now: where a kind cannot be followed,
 * what is known of it may be of long ago.
 */
export function certainParts(place: Place, view: EnvironmentView): ShownPart[] {
  if (place.lags('pods')) return [];
  return shownParts(place.pipeline, view).filter(
    ({ object }) => !object || !resourcesOf(object).some(place.lags),
  );
}

function resourcesOf({ apiVersion, kind }: ObjectRef): ResourceId[] {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  return (Object.keys(RESOURCES) as ResourceId[]).filter(
    id => RESOURCES[id].kind === kind && RESOURCES[id].group === group,
  );
}
