import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  AcknowledgeStart,
  StartView,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PipelinesApi, pipelinesApiRef } from '../../api/PipelinesApi';
import { Starts } from './Starts';

const PATH = 's3://acme-pipelines/prod/sessionize/savepoints/savepoint-333060';
const entity = { namespace: 'default', name: 'clickstream-sessionize' };

const start = (id: string, given: Partial<StartView> = {}): StartView => ({
  id,
  at: '2026-11-28T09:00:00Z',
  run: id,
  from: 'savepoint',
  path: PATH,
  saidBy: 'operator',
  why: 'upgrade',
  image: 'registry.example.com/sessionize:1.4.2',
  ...given,
});
const empty = start('empty', {
  from: 'nothing',
  path: undefined,
  saidBy: 'flink',
  lost: { path: PATH },
});

async function show(
  starts: StartView[],
  acknowledgeStart: PipelinesApi['acknowledgeStart'] = async () => empty,
) {
  const onDone = jest.fn();
  await renderInTestApp(
    <TestApiProvider apis={[[pipelinesApiRef, { acknowledgeStart }]]}>
      <Starts
        entity={entity}
        job="sessionize"
        environment="prod"
        starts={starts}
        onDone={onDone}
      />
    </TestApiProvider>,
  );
  return onDone;
}

const rows = () => screen.getAllByRole('row').slice(1);

describe('the starts of a job', () => {
  it('say what each took up, by whom that is known, why, and with what image', async () => {
    await show([
      start('a'),
      start('b', {
        from: 'unknown',
        path: undefined,
        saidBy: undefined,
        why: 'failover',
        image: undefined,
      }),
      start('c', { from: 'nothing', isStateless: true, why: 'first' }),
    ]);
    const [upgrade, failover, first] = rows();
    expect(upgrade).toHaveTextContent('A savepoint');
    expect(within(upgrade).getByTitle(PATH)).toHaveTextContent(
      /^s3:.*….*savepoint-333060$/,
    );
    expect(upgrade).toHaveTextContent('as the operator deployed it');
    expect(upgrade).toHaveTextContent('Upgrade');
    expect(upgrade).toHaveTextContent('sessionize:1.4.2');
    expect(failover).toHaveTextContent('Not knownFailover');
    expect(first).toHaveTextContent('Nothing: its upgrade mode is stateless');
    expect(screen.queryByRole('button', { name: /^Acknowledge/ })).toBeNull();
  });

  it('are nothing where none is known', async () => {
    await show([]);
    expect(screen.queryByText('Starts')).toBeNull();
  });

  it('are a few, and more when somebody asks', async () => {
    await show(Array.from({ length: 12 }, (_, i) => start(String(i))));
    expect(rows()).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: /7/ }));
    expect(rows()).toHaveLength(12);
  });

  it('tell who knows of lost state, and why', async () => {
    await show([
      {
        ...empty,
        acknowledged: {
          by: 'user:default/ada',
          at: '2026-11-28T09:10:00Z',
          reason: 'The topic is new',
        },
      },
    ]);
    expect(rows()[0]).toHaveTextContent('ada: The topic is new');
    expect(screen.queryByRole('button', { name: /^Acknowledge/ })).toBeNull();
  });

  it('are acknowledged with a reason only', async () => {
    const sent: AcknowledgeStart[] = [];
    const onDone = await show([empty], async (_, what) => {
      sent.push(what);
      return empty;
    });
    await ask();
    const go = screen.getByRole('button', { name: 'Acknowledge it' });
    expect(go).toBeDisabled();
    await userEvent.type(screen.getByLabelText('Reason'), '  The topic is new');
    await userEvent.click(go);
    await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
    expect(sent).toEqual([
      { environment: 'prod', id: 'empty', reason: 'The topic is new' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('keep the reason where it was not taken, and say why', async () => {
    const onDone = await show([empty], async () => {
      throw new Error('You may not acknowledge starts without state');
    });
    await ask();
    await userEvent.type(screen.getByLabelText('Reason'), 'new');
    await userEvent.click(
      screen.getByRole('button', { name: 'Acknowledge it' }),
    );
    expect(
      await screen.findByText('You may not acknowledge starts without state'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Reason')).toHaveValue('new');
    expect(onDone).not.toHaveBeenCalled();
  });

  async function ask() {
    await userEvent.click(
      screen.getByRole('button', { name: /^Acknowledge the start/ }),
    );
    expect(
      await screen.findByText('sessionize started with nothing in prod'),
    ).toBeInTheDocument();
  }
});
