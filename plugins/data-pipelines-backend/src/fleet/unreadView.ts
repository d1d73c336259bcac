import {
  ClusterView,
  Environment,
  EnvironmentView,
  HealthReport,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { DeclaredPipeline } from '../declared/declaredPipeline';

/** An environment whose cluster was never read: nothing is known, and nothing is missing. */
export function unreadView(
  pipeline: DeclaredPipeline,
  environment: Environment,
  state: ClusterView | undefined,
): EnvironmentView {
  const report = unread(environment.cluster, state);
  return {
    environment,
    verdict: report,
    jobs: pipeline.jobs.map(({ name, entityRef, engine, upstream }) => ({
      name,
      entityRef,
      engine,
      upstream,
      facts: {},
      report,
    })),
    topics: pipeline.topics.map(({ name, entityRef, upstream }) => ({
      name,
      entityRef,
      upstream,
      report,
    })),
    kafka: [],
    others: [],
  };
}

function unread(cluster: string, state: ClusterView | undefined): HealthReport {
  if (!state) {
    return {
      health: 'Unknown',
      reason: 'ClusterNotConfigured',
      message: `No cluster named ${cluster} is configured in the portal`,
      nextStep:
        'Correct the annotation headworks.dev/environments, or add the cluster to the kubernetes section of the portal.',
    };
  }
  return state.status === 'connecting'
    ? {
        health: 'Unknown',
        reason: 'ClusterNotRead',
        message: `Cluster ${cluster} is being read for the first time`,
      }
    : {
        health: 'Unknown',
        reason: 'ClusterUnreachable',
        message:
          state.error ?? `Cluster ${cluster} was never reached by the portal`,
        nextStep: 'Ask whoever runs the portal to look at its cluster access.',
      };
}
