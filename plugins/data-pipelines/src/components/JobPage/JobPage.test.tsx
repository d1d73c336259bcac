import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { createApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  ActionQuestion,
  FlinkView,
  JobFacts,
  JobPageView,
  planSparkAction,
  SparkMoment,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import { EntityJobContent } from '../../legacy';
import { entry, jobPage, sparkJob } from '../__testUtils__/views';

const kubernetesApiRef = createApiRef<object>({
  id: 'plugin.kubernetes.service',
});

async function show(
  view: JobPageView,
  options: {
    kubernetes?: boolean;
    api?: Partial<PipelinesApi>;
    flink?: Partial<FlinkView>;
  } = {},
) {
  const api: Partial<PipelinesApi> = {
    getJob: async () => view,
    listActions: async () => ({ pipelineRef: view.pipelineRef, items: [] }),
    getFlink: async (_, environment) => ({
      environment: {
        name: environment,
        cluster: '',
        namespace: '',
        release: '',
      },
      at: new Date().toISOString(),
      vertices: [],
      failures: [],
      ...options.flink,
    }),
    getJobHistory: async () => ({
      items: [entry({ kind: 'restart', what: 'The job', count: 4 })],
    }),
    ...options.api,
  };
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'sessionize',
      namespace: 'default',
      annotations: {
        'backstage.io/kubernetes-label-selector': 'headworks.dev/job=x',
      },
    },
    spec: { type: `${view.engine}-job` },
  };
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [pipelinesApiRef, api],
        ...(options.kubernetes ? [[kubernetesApiRef, {}] as const] : []),
      ]}
    >
      <EntityProvider entity={entity}>
        <EntityJobContent />
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

function moment(): SparkMoment {
  return {
    engine: 'spark',
    cluster: 'lake',
    job: {
      apiVersion: 'sparkoperator.k8s.io/v1beta2',
      kind: 'ScheduledSparkApplication',
      metadata: { name: 'clickstream-report', namespace: 'web' },
      spec: {},
    },
    runs: [],
    suffix: 'k1',
    labels: {},
    annotations: {},
  };
}

// A page's code is loaded when it is first needed: here, within no test's time.
beforeAll(() => import('.'));

describe('the page of a job', () => {
  it('answers what is wrong and what to do', async () => {
    await show(jobPage());
    const verdict = await screen.findByTestId('verdict');
    expect(verdict).toHaveTextContent(/Degraded.*A pod cannot start/);
    expect(verdict).toHaveTextContent('→ Check the image name');
  });

  it('tells what runs, with units', async () => {
    await show(jobPage());
    const fact = async (name: string) =>
      (await screen.findByText(name, { selector: 'dt' })).parentElement;
    expect(await fact('Version')).toHaveTextContent('Flink 2.1');
    expect(await fact('CPU requested')).toHaveTextContent('4.5 cores');
    expect(await fact('Memory requested')).toHaveTextContent('9.5 GiB');
    expect(await fact('Last checkpoint')).toHaveTextContent(
      /took 8 s, 4\.2 GiB/,
    );
    expect(
      screen.getByTitle(/^registry\.example\.com\/.*@sha256:0a1b2c3d/),
    ).toBeInTheDocument();
  });

  it('says inside Flink where the job is slow, and what made it fail', async () => {
    const vertex = { parallelism: 4, status: 'RUNNING' };
    await show(jobPage(), {
      flink: {
        pressure: '"join" holds the job back',
        vertices: [
          { ...vertex, id: 'a', name: 'clicks', inputs: [], held: 0.93 },
          {
            ...{ ...vertex, id: 'b', name: 'join', inputs: ['a'] },
            ...{ busy: 1, held: 0, takes: 1234.4, gives: 0.25 },
          },
        ],
        failures: [
          {
            at: new Date().toISOString(),
            message: 'java.io.IOException: disk is full',
            around: ['RuntimeException: outer'],
            task: 'join (1/4)',
          },
        ],
      },
    });
    expect(
      await screen.findByText('"join" holds the job back'),
    ).toBeInTheDocument();
    const steps = screen.getByRole('grid', { name: 'Steps of the job' });
    const [, clicks, join] = within(steps).getAllByRole('row');
    expect(clicks).toHaveTextContent(/clicks.*4.*93 %/);
    expect(join).toHaveTextContent(/join.*100 %.*0 %.*1,234\/s.*0\.3\/s/);
    const failures = screen.getByRole('list', { name: 'What made it fail' });
    expect(failures).toHaveTextContent(/disk is full.*In join \(1\/4\)/);
  });

  it('says why Flink says nothing', async () => {
    await show(jobPage(), { flink: { unanswered: 'The job does not run' } });
    expect(await screen.findByText('Flink says nothing')).toBeInTheDocument();
    expect(screen.getByText('The job does not run')).toBeInTheDocument();
  });

  it('says why nothing is known of checkpoints', async () => {
    const why = 'The portal may not ask Flink';
    const view = jobPage();
    const { lastCheckpoint, ...facts } = view.environments[0].job.facts;
    const withFacts = (more: JobFacts) => ({
      ...view,
      environments: view.environments.map(one => ({
        ...one,
        job: { ...one.job, facts: { ...facts, ...more } },
      })),
    });
    const { unmount } = await show(withFacts({ checkpointsUnknown: why }));
    expect(await screen.findByText(`Not known. ${why}`)).toBeVisible();
    unmount();
    await show(withFacts({ checkpointsUnknown: why, lastCheckpoint }));
    expect(
      (await screen.findByText('Last checkpoint')).parentElement,
    ).toHaveTextContent(
      `took 8 s, 4.2 GiB; whether there were others is not known. ${why}`,
    );
  });

  it('leaves out what it does not know, and speaks of executors for Spark', async () => {
    const view = jobPage({ job: sparkJob('report'), pods: [], events: [] });
    await show({ ...view, engine: 'spark' });
    expect(await screen.findByText('Executors')).toBeInTheDocument();
    expect(screen.getByText('0 3 * * * (Europe/Berlin)')).toBeInTheDocument();
    expect(screen.queryByText('Last checkpoint')).not.toBeInTheDocument();
    expect(screen.getByText('There are no pods')).toBeInTheDocument();
    expect(screen.getByText('No events')).toBeInTheDocument();
  });

  it('offers what can be done with a Spark job, and says what it will do', async () => {
    const view = jobPage({ job: sparkJob('report'), pods: [], events: [] });
    const asked: ActionQuestion[] = [];
    await show(
      { ...view, engine: 'spark' },
      {
        api: {
          previewAction: async (_, question) => {
            asked.push(question);
            return {
              plan: planSparkAction({ action: 'run' }, moment()),
              commands: [],
              values: [],
              fingerprint: 'f',
            };
          },
        },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Change the job' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Run now' }),
    );
    expect(
      await screen.findByText(/made from the schedule's template/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run now' })).toBeEnabled();
    expect(asked).toEqual([
      expect.objectContaining({ action: { action: 'run' } }),
    ]);
  });

  it('offers nothing for a job of an operator that cannot', async () => {
    const job = sparkJob('report');
    const view = jobPage({
      job: {
        ...job,
        object: {
          ...job.object!,
          apiVersion: 'spark.apache.org/v1',
          kind: 'SparkApplication',
        },
      },
      pods: [],
      events: [],
    });
    await show({ ...view, engine: 'spark' });
    await screen.findByTestId('verdict');
    expect(
      screen.queryByRole('button', { name: 'Change the job' }),
    ).not.toBeInTheDocument();
  });

  it('puts the pod with a problem first, and says it', async () => {
    await show(jobPage());
    const pods = await screen.findByRole('grid', { name: 'Pods' });
    const [, first] = within(pods).getAllByRole('row');
    expect(first).toHaveTextContent(
      /taskmanager-1-2.*Pending, not ready.*No node has room for it/,
    );
  });

  it('leads to pods and logs only where plugin-kubernetes is', async () => {
    const { unmount } = await show(jobPage(), { kubernetes: true });
    expect(
      await screen.findByText('Pods and logs on the Kubernetes tab'),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: /^Logs of / })).toHaveLength(2);
    unmount();
    await show(jobPage());
    await screen.findByTestId('verdict');
    expect(screen.queryByText(/Kubernetes tab/)).not.toBeInTheDocument();
  });

  it('leads to the pipeline, and to the object in a terminal', async () => {
    await show(jobPage());
    expect(await screen.findByText('Its pipeline')).toHaveAttribute(
      'href',
      '/catalog/default/component/clickstream/pipeline',
    );
    expect(
      screen.getByText(
        'kubectl describe flinkdeployments.v1beta1.flink.apache.org clickstream-sessionize --namespace data',
      ),
    ).toBeInTheDocument();
  });

  it('tells what Kubernetes said and what happened', async () => {
    await show(jobPage());
    const events = await screen.findByRole('list', {
      name: 'Events of Kubernetes',
    });
    expect(events).toHaveTextContent(
      /3 Insufficient memory.*FailedScheduling · Pod\/.* · 14 times/,
    );
    expect(
      await screen.findByText('The job restarted 4 times'),
    ).toBeInTheDocument();
  });
});
