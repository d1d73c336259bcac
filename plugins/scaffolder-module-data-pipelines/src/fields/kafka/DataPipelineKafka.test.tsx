import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { kafkaField } from '.';
import { Answers, renderWizard } from '../../__testUtils__/renderWizard';

const answers: Answers = {
  '/clusters/east/kafka': {
    cluster: 'east',
    items: [
      {
        name: 'analytics',
        namespace: 'kafka',
        version: '4.3.1',
        brokers: 5,
        listeners: [
          {
            name: 'odd',
            type: 'internal',
            port: 9091,
            tls: true,
            authentication: 'custom',
            bootstrapServers: 'analytics:9091',
          },
          {
            name: 'plain',
            type: 'internal',
            port: 9092,
            tls: false,
            authentication: 'none',
            bootstrapServers: 'analytics:9092',
          },
          {
            name: 'scram',
            type: 'internal',
            port: 9094,
            tls: true,
            authentication: 'scram-sha-512',
            bootstrapServers: 'analytics:9094',
          },
        ],
      },
    ],
  },
};

const wizard = (
  options: {
    answers?: Answers;
    formData?: Parameters<typeof renderWizard>[0]['formData'];
  } = {},
) =>
  renderWizard({
    fields: [kafkaField],
    pages: [
      {
        title: 'Where it runs',
        properties: {
          kafka: {
            title: 'Kafka',
            type: 'object',
            'ui:field': 'DataPipelineKafka',
          },
        },
      },
    ],
    answers,
    formData: { target: { cluster: 'east' } },
    ...options,
  });

async function created({ onCreate }: Awaited<ReturnType<typeof wizard>>) {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
  return onCreate.mock.calls[0][0].kafka;
}

const select = (name: RegExp) => screen.getByRole('button', { name });

describe('DataPipelineKafka', () => {
  it('picks what was seen, with a listener that a job can use', async () => {
    const rendered = await wizard();
    expect(
      await screen.findByText('analytics in kafka', { selector: 'span' }),
    ).toBeInTheDocument();
    expect(await created(rendered)).toEqual({
      cluster: 'analytics',
      namespace: 'kafka',
      bootstrapServers: 'analytics:9092',
      authentication: 'none',
      replicas: 3,
    });
  });

  it('takes authentication and address from the listener', async () => {
    const rendered = await wizard();
    await userEvent.click(
      await screen.findByRole('button', { name: /Listener/ }),
    );
    expect(screen.getByRole('option', { name: /^odd/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await userEvent.click(screen.getByRole('option', { name: /^scram/ }));
    expect(await created(rendered)).toMatchObject({
      bootstrapServers: 'analytics:9094',
      authentication: 'scram-sha-512',
    });
  });

  it('lets another one be typed', async () => {
    const rendered = await wizard();
    await userEvent.click(
      await screen.findByRole('button', { name: /Kafka cluster/ }),
    );
    await userEvent.click(screen.getByRole('option', { name: /by hand/ }));
    const type = (name: RegExp, text: string) =>
      userEvent.type(screen.getByRole('textbox', { name }), text);
    await type(/^Name of the Kafka/, 'mine');
    await type(/^Namespace of the Kafka/, 'elsewhere');
    await type(/^Bootstrap servers/, 'mine.example:9092');
    expect(await created(rendered)).toEqual({
      cluster: 'mine',
      namespace: 'elsewhere',
      bootstrapServers: 'mine.example:9092',
      replicas: 3,
    });
  });

  it('says why nothing was seen, and asks by hand', async () => {
    await wizard({
      answers: {
        '/clusters/east/kafka': {
          cluster: 'east',
          items: [],
          error: 'Cluster east does not answer: the connection is refused',
        },
      },
    });
    expect(
      await screen.findByText(
        'Cluster east does not answer: the connection is refused. Type the Kafka by hand.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('textbox', { name: /^Bootstrap servers/ }),
    ).toBeInTheDocument();
  });

  it('says in sentences what is wrong with an address', async () => {
    await wizard({ formData: {} });
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Bootstrap servers/ }),
      'no-port',
    );
    await userEvent.tab();
    expect(
      screen.getByRole('textbox', { name: /^Bootstrap servers/ }),
    ).toHaveAccessibleDescription(/Write host:port/);
  });

  it('says that what was chosen is not in the cluster', async () => {
    await wizard({
      formData: {
        target: { cluster: 'east' },
        kafka: { cluster: 'other', namespace: 'kafka' },
      },
    });
    expect(
      await screen.findByText('Kafka other was not seen in east.'),
    ).toBeInTheDocument();
    expect(select(/Kafka cluster/)).toHaveTextContent('by hand');
  });
});
