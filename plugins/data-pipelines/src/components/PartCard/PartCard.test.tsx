import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  ObjectRef,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { PartCard } from './PartCard';

const healthy = { health: 'Healthy', reason: 'Ready', message: '' } as const;
const environment = {
  name: 'prod',
  cluster: 'east',
  namespace: 'data',
  release: 'clicks',
};
const view: PipelineView = {
  entityRef: 'component:default/clicks',
  verdict: healthy,
  clusters: [],
  environments: [
    {
      environment,
      verdict: healthy,
      jobs: [],
      kafka: [],
      others: [],
      topics: [
        {
          name: 'sessions',
          entityRef: 'resource:default/clicks-sessions',
          upstream: [],
          report: {
            health: 'Degraded',
            reason: 'NotReady',
            message: 'The topic has fewer partitions than its object says',
            nextStep: 'Read the events of the topic operator.',
          },
        },
      ],
    },
  ],
};

const TOPIC = {
  cluster: 'east',
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaTopic',
  namespace: 'data',
  name: 'sessions',
};

async function show(name: string, object?: ObjectRef) {
  const [of] = view.environments;
  const topics = of.topics.map(one => ({ ...one, object }));
  const getPipeline = jest.fn(async () => ({
    ...view,
    environments: [{ ...of, topics }],
  }));
  const listPartActions = async () => ({ pipelineRef: '', items: [] });
  await renderInTestApp(
    <TestApiProvider
      apis={[[pipelinesApiRef, { getPipeline, listPartActions }]]}
    >
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Resource',
          metadata: {
            name,
            annotations: { 'headworks.dev/pipeline': 'clicks' },
          },
          spec: { type: 'kafka-topic' },
        }}
      >
        <PartCard />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
  return getPipeline;
}

describe('PartCard', () => {
  it('says how the part is in each environment, and what to do', async () => {
    const getPipeline = await show('clicks-sessions');
    expect(await screen.findByText('prod')).toBeInTheDocument();
    expect(screen.getByText('Degraded')).toBeInTheDocument();
    expect(screen.getByText(/fewer partitions/)).toBeInTheDocument();
    expect(screen.getByText(/Read the events/)).toBeInTheDocument();
    expect(getPipeline).toHaveBeenCalledWith({
      namespace: 'default',
      name: 'clicks',
    });
  });

  it('offers what can be done with a topic of Strimzi', async () => {
    await show('clicks-sessions', TOPIC);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Actions on KafkaTopic sessions',
      }),
    );
    expect(
      await screen.findByRole('menuitem', { name: 'Pause reconciliation' }),
    ).toBeVisible();
  });

  it('says so where the part is nowhere', async () => {
    await show('clicks-other');
    expect(
      await screen.findByText('It runs in no environment'),
    ).toBeInTheDocument();
  });
});
