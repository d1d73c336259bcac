import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/test-utils';
import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';
import { fireEvent, screen, within } from '@testing-library/react';
import {
  environmentView,
  flinkJob,
  kafka,
  manyParts,
  sparkJob,
  topic,
} from '../__testUtils__/views';
import { Dataflow } from './Dataflow';

const show = (view: EnvironmentView) =>
  renderInTestApp(<Dataflow view={view} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

const drawing = () => screen.getByRole('list', { name: 'Dataflow' });

const clickstream = environmentView('prod', {
  topics: [
    topic('clicks'),
    topic('sessions', ['sessionize'], 'Unknown'),
    topic('alerts', ['alerting']),
  ],
  jobs: [
    flinkJob('sessionize', ['clicks'], 'Degraded'),
    flinkJob('alerting', ['sessions']),
    sparkJob('daily-report', ['sessions'], 'Suspended'),
  ],
});

describe('Dataflow', () => {
  it('goes with the data, each part the way to its page', async () => {
    await show(clickstream);
    const links = within(drawing()).getAllByRole('link');
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      '/catalog/default/resource/clicks',
      '/catalog/default/component/sessionize/job',
      '/catalog/default/resource/sessions',
      '/catalog/default/component/alerting/job',
      '/catalog/default/component/daily-report/job',
      '/catalog/default/resource/alerts',
    ]);
  });

  it('says in words what it draws', async () => {
    await show(clickstream);
    expect(
      screen.getByRole('link', {
        name: 'Flink job sessionize Degraded Flink 2.1 ×4 from clicks, to sessions',
      }),
    ).toHaveAccessibleDescription(/cannot be pulled/);
    expect(
      screen.getByRole('link', {
        name: 'Topic clicks Healthy 12 partitions · 7 d to sessionize',
      }),
    ).toHaveTextContent('Healthy');
  });

  it('marks a line by more than its colour', async () => {
    const { container } = await show(clickstream);
    const flows = [...container.querySelectorAll('path[marker-end]')].map(
      path => path.getAttribute('data-flow'),
    );
    expect(flows.sort()).toEqual(['flows', 'stops', 'stops', 'waits', 'waits']);
    // One cross a line that is interrupted, and one in the legend.
    expect(container.querySelectorAll('circle')).toHaveLength(3);
  });

  it('tells a loop', async () => {
    await show(
      environmentView('dev', {
        topics: [topic('retries', ['check'])],
        jobs: [flinkJob('check', ['retries'])],
      }),
    );
    expect(
      screen.getByText(/The data goes round: (retries|check) → /),
    ).toBeInTheDocument();
  });

  it('shows what the topics stand on, and why that is not well', async () => {
    await show({ ...clickstream, kafka: [kafka('Degraded')] });
    expect(
      screen.getByText(/2 of 3 brokers are not ready: no node has room/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('4.1.0 · 1 of 3 brokers ready · 3 topics stand on it'),
    ).toBeInTheDocument();
  });

  // Thousands of elements: roles of all of them take their time.
  const parts = () => [...drawing().children];

  it('draws thirty parts each', async () => {
    await show(environmentView('dev', manyParts(30)));
    expect(parts()).toHaveLength(30);
    expect(screen.queryByText(/^Show all/)).not.toBeInTheDocument();
  });

  it('folds sixty until asked', async () => {
    await show(environmentView('dev', manyParts(60)));
    expect(parts().length).toBeLessThan(31);
    const group = parts()
      .flatMap(part => [...part.children])
      .find(part => part.tagName === 'BUTTON')!;
    expect(group).toHaveAccessibleName(
      /\d+ (topics|Flink jobs) Healthy Show each/,
    );
    fireEvent.click(group);
    expect(parts()).toHaveLength(60);
    fireEvent.click(screen.getByText('Fold what is alike'));
    expect(parts().length).toBeLessThan(31);
  });

  it('marks what is only the last known', async () => {
    const { verdict } = clickstream;
    await show({ ...clickstream, verdict: { ...verdict, stale: true } });
    expect(within(drawing()).getAllByText(/last known/)).toHaveLength(6);
  });
});
