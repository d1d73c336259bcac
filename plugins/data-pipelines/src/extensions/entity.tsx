import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { IS_FLINK_JOB, IS_JOB, IS_PART, IS_PIPELINE } from '../entityKinds';

export const pipelineContent = EntityContentBlueprint.make({
  name: 'pipeline',
  params: {
    path: 'pipeline',
    title: 'Pipeline',
    group: 'operation',
    filter: IS_PIPELINE,
    loader: async () => {
      const { PipelinePage } = await import('../components/PipelinePage');
      return <PipelinePage />;
    },
  },
});

export const gitContent = EntityContentBlueprint.make({
  name: 'git',
  params: {
    path: 'git',
    title: 'Git and cluster',
    filter: IS_PIPELINE,
    loader: async () => {
      const { DriftPanel } = await import('../components/DriftPanel');
      return <DriftPanel />;
    },
  },
});

export const jobContent = EntityContentBlueprint.make({
  name: 'job',
  params: {
    path: 'job',
    title: 'Job',
    filter: IS_JOB,
    loader: async () => {
      const { JobPage } = await import('../components/JobPage');
      return <JobPage />;
    },
  },
});

export const stateContent = EntityContentBlueprint.make({
  name: 'state',
  params: {
    path: 'state',
    title: 'State',
    group: 'operation',
    filter: IS_FLINK_JOB,
    loader: async () => {
      const { StatePanel } = await import('../components/StatePanel');
      return <StatePanel />;
    },
  },
});

export const verdictCard = EntityCardBlueprint.make({
  name: 'verdict',
  params: {
    type: 'info',
    filter: IS_PIPELINE,
    loader: async () => {
      const { VerdictCard } = await import('../components/VerdictCard');
      return <VerdictCard />;
    },
  },
});

export const partCard = EntityCardBlueprint.make({
  name: 'part',
  params: {
    type: 'info',
    filter: IS_PART,
    loader: async () => {
      const { PartCard } = await import('../components/PartCard');
      return <PartCard />;
    },
  },
});

export const pipelinesCard = EntityCardBlueprint.make({
  name: 'pipelines',
  params: {
    // What may have pipelines without being one.
    filter: {
      $any: [
        { kind: 'system', 'relations.hasPart': { $exists: true } },
        { kind: { $in: ['group', 'user'] } },
      ],
    },
    loader: async () => {
      const { PipelinesCard } = await import('../components/PipelinesCard');
      return <PipelinesCard />;
    },
  },
});
