import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { targetField } from '.';
import { Answers, renderWizard } from '../../__testUtils__/renderWizard';

const answers: Answers = {
  '/clusters': {
    items: [
      { name: 'east', status: 'live' },
      {
        name: 'west',
        status: 'unreachable',
        error: 'Cluster west does not answer: the connection is refused',
      },
    ],
  },
  '/clusters/east/namespaces': { cluster: 'east', items: ['data', 'web'] },
  '/clusters/west/namespaces': {
    cluster: 'west',
    items: [],
    error: 'Cluster west does not answer: the connection is refused',
  },
};

const wizard = (options: { answers: Answers } = { answers }) =>
  renderWizard({
    fields: [targetField],
    pages: [
      {
        title: 'Where it runs',
        properties: {
          target: {
            title: 'Target',
            type: 'object',
            'ui:field': 'DataPipelineTarget',
          },
        },
      },
    ],
    ...options,
  });

const input = (name: RegExp) => screen.getByRole('combobox', { name });

async function finish() {
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
}

describe('DataPipelineTarget', () => {
  it('offers the clusters of the portal and the namespaces of the chosen one', async () => {
    const { onCreate } = await wizard();
    await userEvent.click(input(/^Cluster/));
    await userEvent.click(await screen.findByRole('option', { name: 'east' }));
    await userEvent.click(input(/^Namespace/));
    await userEvent.click(await screen.findByRole('option', { name: 'web' }));
    await finish();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({
      target: { environment: 'dev', cluster: 'east', namespace: 'web' },
    });
  });

  it('says why a cluster does not answer, and takes what is typed', async () => {
    const { onCreate } = await wizard();
    await userEvent.click(input(/^Cluster/));
    const option = await screen.findByRole('option', { name: 'west' });
    expect(option).toHaveTextContent('the connection is refused');
    await userEvent.click(option);
    expect(
      await screen.findByText(/^Cluster west does not answer/),
    ).toBeInTheDocument();
    await userEvent.type(input(/^Namespace/), 'typed');
    await finish();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate.mock.calls[0][0].target).toMatchObject({
      cluster: 'west',
      namespace: 'typed',
    });
  });

  it('lets everything be typed where the portal cannot say', async () => {
    await wizard({ answers: {} });
    expect(
      await screen.findByText(/could not say which clusters it reaches/),
    ).toBeInTheDocument();
    await userEvent.type(input(/^Cluster/), 'mine');
    await userEvent.keyboard('{Escape}');
    expect(input(/^Cluster/)).toHaveValue('mine');
  });

  it('says at each input what is missing, and stays on the page', async () => {
    const { onCreate } = await wizard();
    await finish();
    expect(
      (await screen.findAllByText(/Pick a namespace/)).length,
    ).toBeGreaterThan(1);
    expect(input(/^Cluster/)).toHaveAccessibleDescription(/Pick a cluster/);
    expect(onCreate).not.toHaveBeenCalled();
  });
});
