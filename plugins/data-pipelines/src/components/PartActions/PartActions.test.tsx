import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  ActionView,
  kubectlOf,
  ObjectRef,
  PartActionOrder,
  PartActionQuestion,
  planKafkaAction,
  StrimziKind,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import { PartActions, PartMenu } from '.';

const ENTITY = { namespace: 'default', name: 'clickstream' };
const TOPIC = object('KafkaTopic');

function object(kind: string, group = 'kafka.strimzi.io'): ObjectRef {
  const apiVersion = `${group}/v1`;
  return {
    cluster: 'east',
    apiVersion,
    kind,
    namespace: 'data',
    name: 'clicks',
  };
}

/** As the backend answers, by the same plans. */
function previewOf({ part, action }: PartActionQuestion) {
  const { kind, namespace, name } = part;
  const plan = planKafkaAction(action, {
    cluster: 'east',
    object: {
      apiVersion: 'kafka.strimzi.io/v1',
      kind,
      metadata: { namespace, name },
    },
    annotations: {},
  });
  const commands = kubectlOf(plan.steps);
  return { plan, commands, values: [], fingerprint: 'seen' };
}

function view(change: Partial<ActionView> = {}): ActionView {
  return {
    id: '1',
    action: 'pause-reconciliation',
    environment: 'dev',
    part: TOPIC,
    by: 'user:default/ana',
    state: 'running',
    steps: ['Change KafkaTopic clicks', 'Wait until the operator has paused'],
    stepsDone: 1,
    startedAt: new Date().toISOString(),
    ...change,
  };
}

async function show(of: ObjectRef, items: ActionView[] = []) {
  const asked: PartActionQuestion[] = [];
  const ordered: PartActionOrder[] = [];
  const api: Partial<PipelinesApi> = {
    listPartActions: async () => ({ pipelineRef: '', items }),
    previewPartAction: async (_, question) => {
      asked.push(question);
      return previewOf(question);
    },
    orderPartAction: async (_, order) => {
      ordered.push(order);
      return view();
    },
  };
  await renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, api]]}>
      <PartActions pipeline={ENTITY} environment="dev" objects={[TOPIC]}>
        <PartMenu object={of} />
      </PartActions>
    </TestApiProvider>,
  );
  return { asked, ordered };
}

async function choose(kind: StrimziKind, action: string) {
  await userEvent.click(
    screen.getByRole('button', { name: `Actions on ${kind} clicks` }),
  );
  await userEvent.click(await screen.findByRole('menuitem', { name: action }));
}

describe('the menu of a part', () => {
  it('says what an action will do, and has it done as it was shown', async () => {
    const { asked, ordered } = await show(TOPIC);
    await choose('KafkaTopic', 'Pause reconciliation');
    expect(
      await screen.findByText(/the operator changes nothing of it/),
    ).toBeVisible();
    expect(
      screen.getByText('Pause the reconciliation of KafkaTopic clicks in dev'),
    ).toBeVisible();
    expect(screen.getByText(/Its status loses Ready/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Pause now' }));
    await waitFor(() =>
      expect(ordered).toEqual([
        { ...asked[0], fingerprint: 'seen', acknowledged: [] },
      ]),
    );
    expect(asked[0]).toMatchObject({
      environment: 'dev',
      part: { kind: 'KafkaTopic', namespace: 'data', name: 'clicks' },
      action: { action: 'pause-reconciliation' },
    });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('says why one cannot be done now, and lets nobody try', async () => {
    await show(TOPIC);
    await choose('KafkaTopic', 'Resume reconciliation');
    expect(await screen.findByText(/It is not paused/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Resume now' })).toBeDisabled();
  });

  it('has a restart for connectors alone', async () => {
    await show(object('KafkaConnector'));
    await choose('KafkaConnector', 'Restart the connector');
    expect(await screen.findByText(/Its tasks go on/)).toBeVisible();
  });

  it('has a restart of failed tasks beside it, which says that none has failed', async () => {
    await show(object('KafkaConnector'));
    await choose('KafkaConnector', 'Restart failed tasks');
    expect(await screen.findByText(/reports no tasks/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restart now' })).toBeDisabled();
  });

  it.each([
    object('KafkaNodePool'),
    object('StatefulSet', 'apps'),
    object('KafkaTopic', 'platform.confluent.io'),
  ])('is not there for $kind of $apiVersion', async of => {
    await show(of);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('tells how far the newest is, of parts that stand here', async () => {
    const elsewhere = { ...TOPIC, cluster: 'west' };
    await show(TOPIC, [
      view(),
      view({ id: '2', state: 'failed', sentence: 'of before' }),
      view({ id: '3', part: elsewhere, state: 'failed', sentence: 'of west' }),
    ]);
    expect(
      await screen.findByText(
        'Pause reconciliation of KafkaTopic clicks, asked for by ana',
      ),
    ).toBeVisible();
    expect(screen.getByText(/Step 2 of 2/)).toBeVisible();
    expect(screen.queryByText(/of before|of west/)).not.toBeInTheDocument();
  });
});
