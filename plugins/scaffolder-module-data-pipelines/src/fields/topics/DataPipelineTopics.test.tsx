import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { topicsField } from '.';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'geo-4f2a',
      annotations: { 'headworks.dev/topic': 'geo' },
    },
    spec: { type: 'kafka-topic', owner: 'geo-team' },
  },
];

const wizard = (options: Partial<Parameters<typeof renderWizard>[0]> = {}) =>
  renderWizard({
    fields: [topicsField],
    pages: [
      {
        title: 'Topics',
        properties: {
          topics: {
            title: 'Topics',
            type: 'array',
            items: { type: 'object' },
            'ui:field': 'DataPipelineTopics',
          },
        },
      },
    ],
    entities,
    ...options,
  } as Parameters<typeof renderWizard>[0]);

const button = (name: string) => screen.getByRole('button', { name });

async function finish() {
  await userEvent.click(button('Review'));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe('DataPipelineTopics', () => {
  it('declares a topic', async () => {
    const { onCreate } = await wizard();
    await userEvent.click(button('Add a topic'));
    expect(screen.getByRole('textbox', { name: /^Topic/ })).toHaveFocus();
    await userEvent.keyboard('clicks');
    expect(screen.getByText('Keeps 7 days')).toBeInTheDocument();
    const partitions = screen.getByRole('textbox', { name: 'Partitions' });
    await userEvent.clear(partitions);
    await userEvent.type(partitions, '12');
    await userEvent.tab();
    // The suggestions for the retention opened; they lie over the buttons.
    await userEvent.keyboard('{Escape}');
    await finish();
    expect(onCreate).toHaveBeenCalledWith({
      topics: [{ name: 'clicks', partitions: 12, retention: '7d' }],
    });
  });

  it('offers the topics that the catalog knows, by their names in Kafka', async () => {
    const { onCreate } = await wizard();
    await userEvent.click(
      screen.getByRole('button', { name: /existing topic/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: /geo/ }));
    expect(screen.getByText('declared by somebody else')).toBeInTheDocument();
    await finish();
    expect(onCreate).toHaveBeenCalledWith({
      topics: [{ name: 'geo', external: true }],
    });
  });

  it('offers the topics of the chosen Kafka cluster', async () => {
    await wizard({
      formData: {
        target: { cluster: 'east' },
        kafka: { cluster: 'analytics', namespace: 'kafka' },
      },
      answers: {
        '/clusters/east/kafka/kafka/analytics/topics': {
          cluster: 'east',
          items: [{ name: 'orders', partitions: 3, pipeline: 'shop' }],
        },
      },
    });
    await userEvent.click(
      screen.getByRole('button', { name: /existing topic/ }),
    );
    expect(
      await screen.findByRole('option', { name: 'orders' }),
    ).toHaveTextContent('in Kafka analytics, 3 partitions, of pipeline shop');
  });

  it('says why a cluster offers nothing', async () => {
    await wizard({
      formData: {
        target: { cluster: 'east' },
        kafka: { cluster: 'analytics', namespace: 'kafka' },
      },
      answers: {
        '/clusters/east/kafka/kafka/analytics/topics': {
          cluster: 'east',
          items: [],
          error: 'Cluster east does not answer: the connection is refused',
        },
      },
    });
    expect(
      await screen.findByText(/Cluster east does not answer/),
    ).toBeInTheDocument();
  });

  it('says at the input what is wrong, once a person has been there', async () => {
    await wizard();
    await userEvent.click(button('Add a topic'));
    await userEvent.keyboard('my topic');
    expect(screen.queryByText(/Kafka allows/)).not.toBeInTheDocument();
    await userEvent.tab();
    expect(
      screen.getByRole('textbox', { name: /^Topic/ }),
    ).toHaveAccessibleDescription(/Kafka allows letters/);
  });

  it('stays on the page while a row is wrong, and says so on a closed row', async () => {
    const { onCreate } = await wizard();
    await userEvent.click(button('Add a topic'));
    await userEvent.click(screen.getByRole('button', { name: /^New topic/ }));
    await userEvent.click(button('Review'));
    expect(
      (await screen.findAllByText(/Topic 1: Give the topic a name/)).length,
    ).toBeGreaterThan(0);
    expect(
      within(screen.getByRole('list', { name: 'Topics' })).getByText(
        'Give the topic a name.',
      ),
    ).toBeInTheDocument();
    expect(onCreate).not.toHaveBeenCalled();
  });

  it('wants at least one', async () => {
    await wizard();
    await userEvent.click(button('Review'));
    expect(
      (await screen.findAllByText(/Add a topic, or use an existing one/))
        .length,
    ).toBeGreaterThan(0);
  });

  it('is used with the keyboard alone', async () => {
    await wizard({ formData: { topics: [{ name: 'a' }, { name: 'b' }] } });
    const stops: string[] = [];
    for (let i = 0; i < 8; i++) {
      await userEvent.tab();
      const { activeElement } = document;
      stops.push(
        activeElement?.getAttribute('aria-label') ??
          activeElement?.textContent ??
          '',
      );
      if (activeElement?.textContent === 'Review') break;
    }
    expect(stops.slice(-7)).toEqual([
      'a',
      'Remove a',
      'b',
      'Remove b',
      'Add a topic',
      expect.stringContaining('existing topic'),
      'Review',
    ]);
  });

  it('hands the focus on when a row goes', async () => {
    await wizard({ formData: { topics: [{ name: 'a' }, { name: 'b' }] } });
    await userEvent.click(button('Remove a'));
    expect(button('Remove b')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(button('Add a topic')).toHaveFocus();
  });
});
