import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  ActionView,
  PipelineActionOrder,
  PipelineActionPlan,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import { PipelineActions } from '.';

const target = {
  cluster: 'east',
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  namespace: 'web',
  name: 'web-alerting',
};

const PLAN: PipelineActionPlan = {
  notes: ['Jobs that write stop before those that read it.'],
  turns: [
    { job: 'sessionize', already: 'It is suspended already.', values: [] },
    {
      job: 'alerting',
      plan: {
        target,
        effects: ['The operator stops the job.'],
        steps: [],
        cannotUndo: [],
        traps: [
          {
            id: 'checkpoint-instead',
            weight: 'acknowledge',
            sentence: 'No savepoint is taken.',
            remedy: 'Wait until it runs.',
          },
        ],
      },
      values: [
        { path: ['flink', 'jobs', 'alerting', 'suspended'], value: true },
      ],
    },
  ],
};

const FAILED: ActionView = {
  id: 'a1',
  action: 'stop',
  environment: 'dev',
  by: 'user:default/ana',
  state: 'failed',
  steps: ['sessionize: Change FlinkDeployment web-sessionize'],
  stepsDone: 0,
  sentence: 'alerting: The operator gave up.',
  startedAt: '2026-11-28T12:00:00Z',
  endedAt: '2026-11-28T12:01:00Z',
};

async function show(plan: PipelineActionPlan, items: ActionView[] = []) {
  const orders: PipelineActionOrder[] = [];
  const api: Partial<PipelinesApi> = {
    listPipelineActions: async () => ({
      pipelineRef: 'component:default/web',
      items,
    }),
    previewPipelineAction: async () => ({
      plan,
      commands: ['kubectl --namespace web patch'],
      fingerprint: 'f1',
    }),
    orderPipelineAction: async (_, order) => {
      orders.push(order);
      return { ...FAILED, state: 'running' };
    },
  };
  await renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, api]]}>
      <PipelineActions
        entity={{ namespace: 'default', name: 'web' }}
        environment="dev"
        onDone={() => {}}
      />
    </TestApiProvider>,
  );
  return orders;
}

async function open(choice: string) {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Stop or start all jobs' }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: choice }));
  return within(await screen.findByRole('dialog'));
}

jest.setTimeout(30_000);

describe('stopping and starting all jobs', () => {
  it('shows each job in its turn, and has done what is known', async () => {
    const orders = await show(PLAN);
    const dialog = await open('Stop the pipeline');
    expect(dialog.getByText('Stop all jobs of web in dev')).toBeInTheDocument();
    expect(await dialog.findByText('1. sessionize')).toBeInTheDocument();
    expect(dialog.getByText('It is suspended already.')).toBeInTheDocument();
    expect(dialog.getByText('2. alerting')).toBeInTheDocument();
    const go = dialog.getByRole('button', { name: 'Stop them now' });
    expect(go).toBeDisabled();
    await userEvent.click(
      dialog.getByRole('checkbox', { name: 'I know: No savepoint is taken.' }),
    );
    await userEvent.click(go);
    expect(orders).toEqual([
      {
        environment: 'dev',
        action: { action: 'stop' },
        key: expect.any(String),
        fingerprint: 'f1',
        acknowledged: ['alerting/checkpoint-instead'],
      },
    ]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says which job refuses the whole, and what to change in Git', async () => {
    const [first, second] = PLAN.turns;
    const refusal = {
      sentence: "Argo CD's application web keeps this job as Git has it.",
      remedy: 'Make the change in the values file.',
    };
    await show({
      ...PLAN,
      turns: [first, { ...second, refusal }],
      refusal: { ...refusal, sentence: `alerting: ${refusal.sentence}` },
    });
    const dialog = await open('Stop the pipeline');
    expect(
      await dialog.findByText(/^alerting: Argo CD's application web/),
    ).toBeInTheDocument();
    expect(dialog.getByText(/suspended: true/)).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Stop them now' }),
    ).toBeDisabled();
  });

  it('has nothing to do where all is as it is wanted', async () => {
    const [first] = PLAN.turns;
    await show({ ...PLAN, turns: [first] });
    const dialog = await open('Start the pipeline');
    expect(
      await dialog.findByText('Nothing has to be done.'),
    ).toBeInTheDocument();
    expect(
      dialog.getByRole('button', { name: 'Start them now' }),
    ).toBeDisabled();
  });

  it('says at which job it ended, and how it goes on', async () => {
    await show(PLAN, [FAILED]);
    expect(
      await screen.findByText('alerting: The operator gave up.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/is done when you ask for it again/),
    ).toBeInTheDocument();
  });
});
