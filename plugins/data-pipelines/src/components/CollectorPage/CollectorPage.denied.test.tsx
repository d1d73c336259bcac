import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { pipelinesApiRef } from '../../api/PipelinesApi';
import { CollectorPage } from './CollectorPage';

// In a file of its own: Backstage remembers a decision as long as the page lives.
describe('CollectorPage', () => {
  it('asks nothing for those who may not know', async () => {
    const getCollector = jest.fn();
    const denied = mockApis.permission({ authorize: AuthorizeResult.DENY });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [pipelinesApiRef, { getCollector }],
          [permissionApiRef, denied],
        ]}
      >
        <CollectorPage />
      </TestApiProvider>,
    );
    expect(
      await screen.findByText(/data-pipelines\.collector\.read/),
    ).toBeInTheDocument();
    expect(getCollector).not.toHaveBeenCalled();
  });
});
