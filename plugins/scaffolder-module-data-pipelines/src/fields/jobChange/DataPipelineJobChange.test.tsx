import {
  EnvironmentEffect,
  JobChangePreview,
  JobChangeQuestion,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { jobChangeField } from '.';
import { renderWizard } from '../../__testUtils__/renderWizard';

const AT = '/pipelines/default/parcels/changes/preview';
const deployment = {
  apiVersion: 'flink.apache.org/v1beta1',
  kind: 'FlinkDeployment',
  name: 'parcels-sum',
};
const dev: EnvironmentEffect = {
  name: 'dev',
  jobs: [
    {
      engine: 'flink',
      job: 'sum',
      effect: 'restarts-from-savepoint',
      says: 'the job restarts from a savepoint that it takes first',
      remedy: 'See that checkpoints complete.',
    },
  ],
  changes: [],
  objects: [{ object: deployment, state: 'changed' }],
};
const prod: EnvironmentEffect = {
  name: 'prod',
  jobs: [],
  changes: [],
  objects: [],
};
const preview: JobChangePreview = {
  changedFiles: ['values-dev.yaml'],
  removedFiles: [],
  environments: [dev, prod],
};

const wizard = (
  answer: (question: JobChangeQuestion) => JobChangePreview,
  formData: { image?: string } = { image: 'flink:2.2' },
) =>
  renderWizard({
    fields: [jobChangeField],
    pages: [
      {
        title: 'Change',
        properties: {
          image: { title: 'Image', type: 'string' },
          effect: {
            title: 'What happens',
            type: 'object',
            'ui:field': 'DataPipelineJobChange',
          },
        },
      },
    ],
    formData: {
      pipeline: 'component:default/parcels',
      environment: 'dev',
      job: 'sum',
      ...formData,
    },
    answers: { [AT]: body => answer(JSON.parse(body)) },
  });

const next = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));
const created = () => screen.findByRole('button', { name: 'Create' });

describe('DataPipelineJobChange', () => {
  it('says what happens to the job while the change is typed', async () => {
    const asked: JobChangeQuestion[] = [];
    await wizard(question => {
      asked.push(question);
      return preview;
    }, {});
    expect(
      screen.getByText(/Give an image, a parallelism or values/),
    ).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Image' }),
      'flink:2.2',
    );
    const jobs = await screen.findByRole('list', { name: 'Jobs in dev' });
    expect(jobs).toHaveTextContent(
      'sum: the job restarts from a savepoint that it takes first.See that checkpoints complete.',
    );
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({
        ...{ environment: 'dev', job: 'sum', image: 'flink:2.2' },
      }),
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'This can be changed. Nothing happens before',
    );
    expect(
      screen.getByRole('list', { name: 'Objects in dev' }),
    ).toHaveTextContent('FlinkDeployment parcels-sum changes');
    expect(
      screen.getByText('Nothing that runs changes in prod.'),
    ).toBeInTheDocument();
    const files = screen.getByRole('region', { name: 'Files' });
    expect(within(files).getByText('values-dev.yaml')).toBeInTheDocument();
  });

  it('asks once for a change that is reviewed and validated', async () => {
    const { asked, onCreate } = await wizard(() => preview);
    await screen.findByText(/This can be changed/);
    await next();
    await userEvent.click(await created());
    expect(onCreate).toHaveBeenCalled();
    expect(asked).toEqual([AT]);
  });

  it('does not go on without a change', async () => {
    const { asked } = await wizard(() => preview, {});
    await next();
    expect(
      (await screen.findAllByText(/Nothing is asked for/)).length,
    ).toBeGreaterThan(0);
    expect(asked).toEqual([]);
  });

  it('says that nothing changes', async () => {
    await wizard(() => ({ ...preview, changedFiles: [], environments: [] }));
    expect(
      await screen.findByText(
        'The repository is like this already: nothing changes.',
      ),
    ).toBeInTheDocument();
    await next();
    expect(await created()).toBeInTheDocument();
  });

  it('blocks at a change that cannot be made, in the words of the template', async () => {
    const problem = 'Image: "flink" has no tag and no digest; give one';
    await wizard(() => ({
      ...{ problem, changedFiles: [], removedFiles: [], environments: [] },
    }));
    expect(await screen.findByText(problem)).toBeInTheDocument();
    await next();
    expect(
      (await screen.findAllByText(/This cannot be done as it is/)).length,
    ).toBeGreaterThan(0);
  });

  it('blocks at what is refused, with the remedy', async () => {
    await wizard(() => ({
      ...preview,
      environments: [
        {
          ...dev,
          jobs: [{ ...dev.jobs[0], effect: 'refused' }],
          changes: [
            {
              severity: 'refused',
              object: deployment,
              path: 'spec.flinkVersion',
              problem: 'Flink cannot go back to 1.20',
              remedy: 'keep the version',
            },
          ],
        },
      ],
    }));
    const finding = (
      await screen.findByText('Flink cannot go back to 1.20.')
    ).closest('li')!;
    expect(finding).toHaveTextContent('FlinkDeployment parcels-sum');
    expect(finding).toHaveTextContent('Keep the version.');
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 thing to mend before this can be changed.',
    );
    await next();
    expect(
      (await screen.findAllByText(/This cannot be done as it is/)).length,
    ).toBeGreaterThan(0);
  });

  it('says why it could not be made, tries again, and lets nothing pass meanwhile', async () => {
    let broken = true;
    await wizard(() => {
      if (broken) throw new Error('The repository cannot be read');
      return preview;
    });
    await screen.findByText('The review could not be made');
    await next();
    expect(
      (
        await screen.findAllByText(
          /Nothing can be changed before it was checked: The repository/,
        )
      ).length,
    ).toBeGreaterThan(0);
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/This can be changed/)).toBeInTheDocument();
  });
});
