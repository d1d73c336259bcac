import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flinkJobsField, sparkJobsField } from '.';
import { renderWizard } from '../../__testUtils__/renderWizard';

const formData = {
  name: 'shop',
  topics: [{ name: 'clicks' }, { name: 'sessions' }],
};

const jobs = (field: string, options = {}) => ({
  title: 'Jobs',
  type: 'array',
  items: { type: 'object' },
  'ui:field': field,
  'ui:options': options,
});

const wizard = (
  properties: Parameters<typeof renderWizard>[0]['pages'][0]['properties'],
  data: Parameters<typeof renderWizard>[0]['formData'] = {},
) =>
  renderWizard({
    fields: [flinkJobsField, sparkJobsField],
    pages: [{ title: 'Jobs', properties }],
    formData: { ...formData, ...data },
  });

const add = () =>
  userEvent.click(screen.getByRole('button', { name: 'Add a job' }));
const textbox = (name: RegExp) => screen.getByRole('textbox', { name });
const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));

async function choose(label: RegExp, ...options: RegExp[]) {
  await userEvent.click(screen.getByRole('button', { name: label }));
  for (const name of options) {
    await userEvent.click(await screen.findByRole('option', { name }));
  }
  await userEvent.keyboard('{Escape}');
}

describe('DataPipelineFlinkJobs', () => {
  it('takes a job, connected to the topics of the page before', async () => {
    const { onCreate } = await wizard({
      flinkJobs: jobs('DataPipelineFlinkJobs', {
        defaults: { image: 'flink:2.1', jar: 'local:///opt/job.jar' },
      }),
    });
    await add();
    await userEvent.keyboard('sessionize');
    await userEvent.type(textbox(/Arguments/), '--gap{Enter}30m');
    await choose(/Reads/, /clicks/);
    await choose(/Writes/, /sessions/);
    await choose(/Size/, /^M/);
    await choose(/State/, /Large/);
    expect(
      screen.getByText(/^sessionize/, { selector: 'span' }).parentElement,
    ).toHaveTextContent('clicks → sessions · M: 2 TaskManagers with 4 slots');
    await next();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate.mock.calls[0][0].flinkJobs).toEqual([
      {
        name: 'sessionize',
        image: 'flink:2.1',
        jar: 'local:///opt/job.jar',
        args: ['--gap', '30m'],
        reads: ['clicks'],
        writes: ['sessions'],
        size: 'M',
        state: 'large',
        upgrade: 'savepoint',
      },
    ]);
  });

  it('says what a size means in pods, CPU and memory', async () => {
    await wizard({ flinkJobs: jobs('DataPipelineFlinkJobs') });
    await add();
    await userEvent.click(screen.getByRole('button', { name: /Size/ }));
    expect(await screen.findByRole('option', { name: 'XL' })).toHaveTextContent(
      /8 TaskManagers with 64 slots; 9 pods, 66 cores, 260 GiB/,
    );
  });

  it('says at the input that a topic is gone', async () => {
    await wizard(
      { flinkJobs: jobs('DataPipelineFlinkJobs') },
      {
        flinkJobs: [
          { name: 'sum', image: 'i', jar: 'local:///j', reads: ['gone'] },
        ],
      },
    );
    await next();
    expect(
      await within(
        await screen.findByRole('list', { name: 'Jobs' }),
      ).findByText(/gone is not among the topics/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^sum/ }));
    expect(
      screen.getByRole('button', { name: /Reads/ }),
    ).toHaveAccessibleDescription(/gone is not among the topics/);
  });

  it('wants a job, unless the template says that there may be none', async () => {
    const { onCreate } = await wizard({
      flinkJobs: jobs('DataPipelineFlinkJobs'),
      sparkJobs: {
        ...jobs('DataPipelineSparkJobs', { optional: true }),
        title: 'Spark jobs',
      },
    });
    await next();
    const [alert] = await screen.findAllByRole('alert');
    expect(alert).toHaveTextContent('Add a job.');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(onCreate).not.toHaveBeenCalled();
  });
});

describe('DataPipelineSparkJobs', () => {
  it('says in words when a job runs, and the next five times', async () => {
    const { onCreate } = await wizard({
      sparkJobs: jobs('DataPipelineSparkJobs'),
    });
    await add();
    await userEvent.keyboard('report');
    await userEvent.type(textbox(/^Image/), 'spark:4.0.4');
    await userEvent.type(textbox(/^Jar or script/), 'local:///opt/r.py');
    await userEvent.type(
      screen.getByRole('combobox', { name: /^Schedule/ }),
      '0 3 * * 1',
    );
    await userEvent.keyboard('{Escape}');
    expect(
      screen.getByText('At 03:00, only on Monday', { selector: 'span' }),
    ).toBeInTheDocument();
    const times = screen.getByRole('list', { name: 'The next five times' });
    expect(within(times).getAllByText(/^Mon, .*, 03:00$/)).toHaveLength(5);
    await next();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate.mock.calls[0][0].sparkJobs).toEqual([
      {
        name: 'report',
        image: 'spark:4.0.4',
        main: 'local:///opt/r.py',
        reads: [],
        writes: [],
        size: 'S',
        schedule: '0 3 * * 1',
      },
    ]);
  });

  it('refuses a name that a Flink job has', async () => {
    await wizard(
      { sparkJobs: jobs('DataPipelineSparkJobs') },
      {
        flinkJobs: [{ name: 'sum' }],
        sparkJobs: [{ name: 'sum', image: 'i', main: 'local:///m' }],
      },
    );
    await next();
    expect(
      (await screen.findAllByText(/Another job has this name/)).length,
    ).toBeGreaterThan(0);
  });
});
