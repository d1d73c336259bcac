import {
  Assessed,
  JobPageView,
  KnownObjects,
  ObjectIndex,
  ObjectRef,
  RESOURCES,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { FleetEntry } from '../fleet/Fleet';
import { eventsOf, podViews } from './jobPage';
import { podsOfObject } from './podsOfObject';

/** A job with its pods and events, environment by environment. */
export function jobPageView(
  { pipeline, environments }: FleetEntry,
  entityRef: string,
  clusters: {
    source(cluster: string): ObjectIndex;
    now(cluster: string): Date;
  },
): Omit<JobPageView, 'clusters'> {
  const { name, engine } = pipeline.jobs.find(
    job => job.entityRef === entityRef,
  )!;
  return {
    entityRef,
    pipelineRef: pipeline.entityRef,
    name,
    engine,
    environments: environments.flatMap(({ environment, jobs }) => {
      const job = jobs.find(one => one.entityRef === entityRef);
      if (!job) return [];
      const source = clusters.source(environment.cluster);
      const object = job.object && objectAt(source, job.object);
      if (!job.object || !object) {
        return [{ environment, job, events: [], pods: [] }];
      }
      const pods = podsOfObject(source, object);
      const moment = { source, now: clusters.now(environment.cluster) };
      return [
        {
          environment,
          job,
          events: eventsOf(source, job.object, pods),
          pods: podViews(pods, moment),
        },
      ];
    }),
  };
}

function objectAt(
  source: ObjectIndex,
  { apiVersion, kind, namespace, name }: ObjectRef,
): KnownObjects[Assessed] | undefined {
  const [group] = apiVersion.split('/');
  const resource = (Object.keys(RESOURCES) as Assessed[]).find(
    id => RESOURCES[id].kind === kind && RESOURCES[id].group === group,
  );
  return resource && source.get(resource, namespace, name);
}
