import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { CollectorView } from '@headworks/backstage-plugin-data-pipelines-common';
import { screen, within } from '@testing-library/react';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { CollectorPage } from './CollectorPage';

const view: CollectorView = {
  clusters: [
    {
      name: 'east',
      status: 'live',
      asOf: '2026-11-24T10:00:00Z',
      clockAhead: 42,
      buffered: true,
      cut: true,
      flink: {
        jobs: 12,
        answering: 11,
        asked: 4_000,
        unanswered: 3,
        messages: ['Flink does not take connections'],
      },
      resources: [
        {
          resource: 'flinkdeployments.flink.apache.org',
          version: 'v1beta1',
          state: 'live',
          objects: 1200,
          lists: 1,
          watchRestarts: 7,
          throttled: 3,
          bytes: 2_000_000,
        },
        {
          resource: 'kafkas.kafka.strimzi.io',
          state: 'refused',
          message: 'The credential may not list kafkas',
          objects: 0,
          lists: 0,
          watchRestarts: 0,
          throttled: 0,
          bytes: 0,
        },
        {
          resource: 'sparkapplications.spark.apache.org',
          state: 'absent',
          objects: 0,
          lists: 0,
          watchRestarts: 0,
          throttled: 0,
          bytes: 0,
        },
      ],
    },
  ],
  unclaimed: [
    {
      pipeline: 'clicks',
      object: {
        cluster: 'east',
        apiVersion: 'flink.apache.org/v1beta1',
        kind: 'FlinkDeployment',
        namespace: 'other',
        name: 'clicks-sum',
      },
    },
  ],
  unclaimedTotal: 1,
  history: {
    waiting: 1500,
    waitingSince: new Date(Date.now() - 40_000).toISOString(),
    written: 12_000,
    batches: 34,
    failures: 8,
    dropped: 21,
    error: 'connect ECONNREFUSED 127.0.0.1:5432',
  },
};

describe('CollectorPage', () => {
  it('shows how each kind is followed, and what is wrong on the way', async () => {
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [pipelinesApiRef, { getCollector: async () => view }],
          [permissionApiRef, mockApis.permission()],
        ]}
      >
        <CollectorPage />
      </TestApiProvider>,
    );
    const table = await screen.findByRole('grid', { name: 'east' });
    const flink = within(table).getByRole('row', { name: /flinkdeployments/ });
    expect(flink).toHaveTextContent(/v1beta1.*live.*1,200.*1.*7.*3.*1,954/);
    expect(
      within(table).getByRole('row', { name: /kafkas/ }),
    ).toHaveTextContent('refusedThe credential may not list kafkas');
    expect(
      screen.getByText(/1 kind is not installed there: sparkapplications/),
    ).toBeInTheDocument();
    expect(screen.getByText(/differs from the portal by 42 s/)).toBeVisible();
    expect(screen.getByText(/holds changes back/)).toBeVisible();
    expect(screen.getByText('Flink does not take connections')).toBeVisible();
    expect(
      screen.getByText(
        'Flink answers for 11 of 12 jobs; it was asked 4,000 times, 3 without an answer.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'The history cannot be written: connect ECONNREFUSED 127.0.0.1:5432',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^1,500 entries wait/)).toHaveTextContent(
      /the first came 4\d s ago/,
    );
    expect(
      screen.getByText(
        '12,000 written in 34 transactions; 8 failed and were tried again; 21 dropped',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /FlinkDeployment clicks-sum/ }),
    ).toHaveTextContent('east, otherclicks');
  });
});
