import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  ANNOTATION_ENVIRONMENTS,
  PipelineView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import { EntityPipelineContent } from '../../legacy';
import {
  environmentView,
  flinkJob,
  kafka,
  pipelineView,
  SINCE,
  sparkJob,
  topic,
} from '../__testUtils__/views';

const topics = [topic('clicks'), topic('sessions', ['sessionize'])];
const dev = environmentView('dev', {
  topics,
  jobs: [flinkJob('sessionize', ['clicks']), sparkJob('report', ['sessions'])],
});
const prod = environmentView('prod', {
  kafka: [kafka('Degraded')],
  topics,
  jobs: [
    flinkJob('sessionize', ['clicks'], 'Degraded'),
    sparkJob('report', ['sessions'], 'Unknown'),
  ],
});

const annotations = { [ANNOTATION_ENVIRONMENTS]: 'dev=east/data/clickstream' };

async function show(
  view: PipelineView | Error,
  options: {
    annotations?: Record<string, string>;
    api?: Partial<PipelinesApi>;
  } = {},
) {
  const api: Partial<PipelinesApi> = {
    getPipeline: async () => {
      if (view instanceof Error) throw view;
      return view;
    },
    getDrift: async () => {
      throw new Error('not looked at here');
    },
    getLag: async (_, environment) => ({
      environment: {
        name: environment,
        cluster: '',
        namespace: '',
        release: '',
      },
      jobs: [
        {
          entityRef: flinkJob('sessionize', []).entityRef,
          at: SINCE,
          records: 48_210,
        },
      ],
    }),
    getPipelineHistory: async () => ({ items: [] }),
    listPipelineActions: async () => ({
      pipelineRef: 'component:default/clickstream',
      items: [],
    }),
    listPartActions: async () => ({
      pipelineRef: 'component:default/clickstream',
      items: [],
    }),
    ...options.api,
  };
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'clickstream',
      namespace: 'default',
      annotations: options.annotations ?? annotations,
    },
    spec: { type: 'data-pipeline' },
  };
  return renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, api]]}>
      <EntityProvider entity={entity}>
        <EntityPipelineContent />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

// A page's code is loaded when it is first needed: here, within no test's time.
beforeAll(() => import('.'));

// The whole page takes a busy machine its time.
jest.setTimeout(30_000);

describe('the page of a pipeline', () => {
  it('answers first what is wrong, and leads to where', async () => {
    await show(pipelineView([dev, prod]));
    const verdict = await screen.findByTestId('verdict');
    expect(verdict).toHaveTextContent(/Degraded.*since.*sessionize: A pod/);
    expect(verdict).toHaveTextContent('→ Check the image name');
    expect(
      within(verdict).getByRole('link', { name: 'Open sessionize' }),
    ).toHaveAttribute('href', '/catalog/default/component/sessionize/job');
  });

  it('says how far a job is behind, on the line that it reads from', async () => {
    const { container } = await show(pipelineView([prod]));
    await screen.findByTestId('verdict');
    expect(
      await screen.findByRole('link', {
        name: /^Flink job sessionize .* 48,210 records behind, from clicks/,
      }),
    ).toBeInTheDocument();
    const [lag, ...others] = container.querySelectorAll('svg text');
    expect(others).toEqual([]);
    expect(lag).toHaveTextContent('48,210 records behind48.2K');
    expect(screen.getByText(/^a number at a line/)).toBeInTheDocument();
  });

  it('opens the worst environment, and another one when asked', async () => {
    await show(pipelineView([dev, prod]));
    const problems = () => screen.getByRole('list', { name: 'Open problems' });
    await screen.findByTestId('verdict');
    expect(screen.getByRole('tab', { name: /prod Degraded/ })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    expect(within(problems()).getAllByRole('listitem')).toHaveLength(3);
    expect(within(problems()).getAllByRole('listitem')[0]).toHaveTextContent(
      'analytics: 2 of 3 brokers are not ready',
    );
    await userEvent.click(screen.getByRole('tab', { name: /dev Healthy/ }));
    expect(screen.getByText('Nothing is wrong in dev.')).toBeInTheDocument();
    expect(within(problems()).queryAllByRole('listitem')).toEqual([]);
  });

  it('puts environments side by side', async () => {
    await show(pipelineView([dev, prod]));
    const matrix = await screen.findByRole('grid', {
      name: 'Environments side by side',
    });
    expect(
      within(matrix).getByRole('row', { name: /sessionize/ }),
    ).toHaveTextContent(/sessionize.*Healthy.*Degraded/);
  });

  it('tells the facts of each job and topic', async () => {
    await show(pipelineView([dev]));
    const jobs = await screen.findByRole('grid', { name: 'Jobs' });
    expect(
      within(jobs).getByRole('row', { name: /sessionize/ }),
    ).toHaveTextContent(/Flink 2\.1, parallelism 4.*3 of 3.*2.*checkpoint/);
    expect(within(jobs).getByRole('row', { name: /report/ })).toHaveTextContent(
      /Spark 4\.0\.4, 2 executors.*next run in/,
    );
    expect(
      within(screen.getByRole('grid', { name: 'Topics' })).getByRole('row', {
        name: /clicks/,
      }),
    ).toHaveTextContent(/12.*3.*kept 7 d.*kafka\/analytics/);
  });

  it('says what is only the last known, and of when', async () => {
    const stale = {
      ...dev,
      verdict: { ...dev.verdict, stale: true },
    };
    await show({
      ...pipelineView([stale]),
      clusters: [
        {
          name: 'east',
          status: 'unreachable',
          asOf: SINCE,
          error: 'Cluster east does not answer: the connection is refused',
        },
      ],
    });
    expect(
      await screen.findByText(/^Cluster east does not answer/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/As it was when cluster east last answered/),
    ).toBeInTheDocument();
  });

  it('says what it could not load', async () => {
    await show(new Error('The portal has no such pipeline'));
    expect(
      await screen.findByText(/The portal has no such pipeline/),
    ).toBeInTheDocument();
  });

  it('asks for the annotation where there is none', async () => {
    await show(pipelineView([]), { annotations: {} });
    expect(
      await screen.findByText('This pipeline does not say where it runs'),
    ).toBeInTheDocument();
  });
});
