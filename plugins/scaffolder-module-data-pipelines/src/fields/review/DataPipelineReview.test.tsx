import {
  LintFinding,
  PipelineForm,
  PipelinePreview,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { reviewField } from '.';
import { renderWizard } from '../../__testUtils__/renderWizard';

const warning: LintFinding = {
  rule: 'kafka-topic-replicas',
  severity: 'warning',
  object: { apiVersion: 'v1', kind: 'KafkaTopic', name: 'clicks' },
  path: 'spec.replicas',
  problem: 'the topic has 1 copy',
  remedy: 'raise replicas to 3',
  value: 'values.kafka.topics.clicks.replicas',
};
const error: LintFinding = {
  rule: 'flink-state',
  severity: 'error',
  object: { apiVersion: 'v1', kind: 'FlinkDeployment', name: 'shop-sum' },
  path: 'spec.job',
  problem: 'state is kept nowhere',
  remedy: 'give it a storage',
  value: 'values.global.storage.uri',
};

function preview(findings: LintFinding[] = []): PipelinePreview {
  return {
    problems: [],
    dataflow: {
      nodes: [
        { id: 'topic/clicks', kind: 'topic', name: 'clicks' },
        { id: 'flink/sum', kind: 'flink', name: 'sum' },
      ],
      edges: [{ from: 'topic/clicks', to: 'flink/sum' }],
    },
    files: [
      { path: 'ci/check.yaml', content: 'check: true\n' },
      { path: 'values.yaml', content: 'kafka: {}\n' },
    ],
    vendoredFiles: 120,
    environments: [
      {
        name: 'dev',
        objects: [
          {
            apiVersion: 'flink.apache.org/v1beta1',
            kind: 'FlinkDeployment',
            namespace: 'data',
            name: 'shop-sum',
          },
        ],
        totals: {
          pods: 3,
          cpu: 4.5,
          memory: 9.5 * 1024 ** 3,
          storage: 0,
          unsized: [],
        },
        findings,
      },
    ],
  };
}

const formData = {
  name: 'shop',
  owner: 'group:default/data-team',
  target: { environment: 'dev', cluster: 'east', namespace: 'data' },
  kafka: { cluster: 'analytics', namespace: 'kafka' },
  storageRoot: 's3://state',
};

const wizard = (answer: (form: PipelineForm) => PipelinePreview) =>
  renderWizard({
    fields: [reviewField],
    pages: [
      {
        title: 'Review',
        properties: {
          review: {
            title: 'Review',
            type: 'object',
            'ui:field': 'DataPipelineReview',
          },
        },
      },
    ],
    formData,
    answers: { '/preview': body => answer(JSON.parse(body).form) },
  });

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const next = () => userEvent.click(button('Review'));
const created = () => screen.findByRole('button', { name: 'Create' });

describe('DataPipelineReview', () => {
  it('sends the answers of all pages, and shows what they would make', async () => {
    const forms: PipelineForm[] = [];
    await wizard(form => {
      forms.push(form);
      return preview();
    });
    expect(
      await screen.findByRole('img', { name: 'Dataflow of 1 topic and 1 job' }),
    ).toBeInTheDocument();
    expect(forms).toMatchObject([
      { name: 'shop', cluster: 'east', storageUri: 's3://state/shop' },
    ]);
    expect(screen.getByText('This can be created.')).toBeInTheDocument();
    const totals = screen.getByRole('grid', { name: 'What the pods ask for' });
    expect(within(totals).getByRole('row', { name: /dev/ })).toHaveTextContent(
      /dev34\.5 cores9\.5 GiB0 B/,
    );
    const objects = screen.getByRole('region', { name: 'Objects' });
    expect(objects).toHaveTextContent('FlinkDeployment (1)shop-sum in data');
  });

  it('shows the files with their content, to be copied', async () => {
    const user = userEvent.setup();
    await wizard(() => preview());
    expect(await screen.findByText('kafka: {}')).toBeInTheDocument();
    await user.click(button('ci/check.yaml'));
    expect(screen.getByText('check: true')).toBeInTheDocument();
    const copied = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(button('Copy ci/check.yaml'));
    expect(copied).toHaveBeenCalledWith('check: true\n');
    expect(button('Copied')).toBeInTheDocument();
  });

  it('blocks at an error, and names step and field', async () => {
    await wizard(() => preview([error]));
    expect(
      await screen.findByText('1 thing to mend before this can be created.'),
    ).toBeInTheDocument();
    const finding = screen.getByText(/state is kept nowhere/).closest('li')!;
    expect(finding).toHaveTextContent('Where it runs › Storage');
    expect(finding).toHaveTextContent('Give it a storage.');
    expect(
      within(finding).queryByRole('button', { name: /Accept/ }),
    ).not.toBeInTheDocument();
    await next();
    expect(
      (await screen.findAllByText(/1 thing has to be mended first/)).length,
    ).toBeGreaterThan(0);
  });

  it('blocks at a problem of the form', async () => {
    const problem = {
      path: 'About › Name',
      problem: 'is taken',
      remedy: 'choose another name',
    };
    await wizard(() => ({
      ...preview(),
      problems: [problem],
      environments: [],
      files: [],
      dataflow: { nodes: [], edges: [] },
    }));
    const finding = (await screen.findByText('is taken.')).closest('li')!;
    expect(finding).toHaveTextContent('About › Name');
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    await next();
    expect(
      (await screen.findAllByText(/1 thing has to be mended/)).length,
    ).toBeGreaterThan(0);
  });

  it('blocks where Helm renders nothing, in its words', async () => {
    const [environment] = preview().environments;
    await wizard(() => ({
      ...preview(),
      environments: [{ ...environment, error: 'template: no such function' }],
    }));
    expect(
      await screen.findByText('template: no such function.'),
    ).toBeInTheDocument();
    await next();
    expect(
      (await screen.findAllByText(/1 thing has to be mended/)).length,
    ).toBeGreaterThan(0);
  });

  it('accepts a warning with a reason, which goes with the form', async () => {
    const forms: PipelineForm[] = [];
    const { onCreate } = await wizard(form => {
      forms.push(form);
      return preview([warning]);
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Accept: Topics › clicks/ }),
    );
    expect(screen.getByRole('textbox')).toHaveFocus();
    await userEvent.keyboard('too short{Enter}');
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(
      /at least 10 characters/,
    );
    await userEvent.keyboard(', but only for a test{Enter}');
    const reason = 'too short, but only for a test';
    const accepted = {
      'kafka-topic-replicas': { 'KafkaTopic/clicks': reason },
    };
    await userEvent.click(
      await screen.findByRole('button', { name: /1 accepted/ }),
    );
    expect(screen.getByText(`Because: ${reason}`)).toBeInTheDocument();
    await waitFor(() =>
      expect(forms[forms.length - 1]).toMatchObject({ accepted }),
    );
    await next();
    await userEvent.click(await created());
    expect(onCreate.mock.calls[0][0].review).toEqual({ accepted });
  });

  it('takes an acceptance back', async () => {
    await wizard(() => preview([warning]));
    await userEvent.click(
      await screen.findByRole('button', { name: /^Accept: / }),
    );
    await userEvent.keyboard('this is only a test{Enter}');
    await userEvent.click(
      await screen.findByRole('button', { name: /1 accepted/ }),
    );
    await userEvent.click(button(/^Take back: /));
    expect(
      await screen.findByRole('button', { name: /^Accept: / }),
    ).toBeInTheDocument();
  });

  it('lets what was only warned of be created', async () => {
    const { onCreate } = await wizard(() => preview([warning]));
    await screen.findByText('This can be created. 1 warning to look at.');
    await next();
    await userEvent.click(await created());
    expect(onCreate).toHaveBeenCalled();
  });

  it('asks once for a form that is reviewed and validated', async () => {
    const { asked } = await wizard(() => preview());
    await screen.findByText('This can be created.');
    await next();
    await created();
    expect(asked).toEqual(['/preview']);
  });

  it('says why it could not be made, tries again, and lets nothing pass meanwhile', async () => {
    let broken = true;
    await wizard(() => {
      if (broken) throw new Error('"helm version" does not work here');
      return preview();
    });
    await screen.findByText('The review could not be made');
    await next();
    expect(
      (
        await screen.findAllByText(
          /Nothing can be created before it was checked: "helm version"/,
        )
      ).length,
    ).toBeGreaterThan(0);
    broken = false;
    await userEvent.click(button('Try again'));
    expect(await screen.findByText('This can be created.')).toBeInTheDocument();
  });
});
