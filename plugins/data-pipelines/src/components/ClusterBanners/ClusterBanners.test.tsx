import { renderInTestApp } from '@backstage/test-utils';
import { ClusterView } from '@headworks/backstage-plugin-data-pipelines-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ClusterBanners } from './ClusterBanners';

function down(name: string): ClusterView {
  return {
    name,
    status: 'unreachable',
    asOf: new Date(Date.now() - 180_000).toISOString(),
    error: `Cluster ${name} does not answer: the connection is refused`,
  };
}

describe('ClusterBanners', () => {
  it('says which cluster does not answer, how old its data is and whom it concerns', async () => {
    await renderInTestApp(
      <ClusterBanners clusters={[down('eu-2')]} pipelines={{ 'eu-2': 120 }} />,
    );
    const banner = screen.getByText(/Cluster eu-2 does not answer/);
    expect(banner).toBeInTheDocument();
    expect(screen.getByText('3 min ago')).toBeInTheDocument();
    expect(
      screen.getByText(/This concerns 120 pipelines\./),
    ).toBeInTheDocument();
  });

  it('folds many clusters into one banner that opens', async () => {
    await renderInTestApp(
      <ClusterBanners clusters={['a', 'b', 'c'].map(down)} />,
    );
    expect(screen.getByText(/3 clusters do not answer/)).toBeInTheDocument();
    expect(screen.queryByText(/Cluster b does not/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Show each' }));
    expect(screen.getByText(/Cluster b does not/)).toBeInTheDocument();
  });

  it('says the same simulation once, and what may not be read', async () => {
    const live = { status: 'live', simulated: 'Operators are simulated' };
    await renderInTestApp(
      <ClusterBanners
        clusters={[
          { ...live, status: 'live', name: 'a' },
          { ...live, status: 'live', name: 'b', notes: ['No right to Kafka'] },
        ]}
      />,
    );
    expect(screen.getAllByText('Operators are simulated')).toHaveLength(1);
    expect(screen.getByText('No right to Kafka')).toBeInTheDocument();
  });

  it('says that the catalog does not answer, and how old what it declares is', async () => {
    const asOf = new Date(Date.now() - 120_000).toISOString();
    await renderInTestApp(
      <ClusterBanners
        clusters={[]}
        catalog={{ error: 'The catalog does not answer', asOf }}
      />,
    );
    expect(screen.getByText('The catalog does not answer')).toBeVisible();
    expect(screen.getByText(/It was read/)).toHaveTextContent('2 min ago');
  });

  it('is nothing where all is well', async () => {
    const { container } = await renderInTestApp(
      <main>
        <ClusterBanners clusters={[{ name: 'a', status: 'live' }]} />
      </main>,
    );
    expect(container.querySelector('main')).toBeEmptyDOMElement();
  });
});
