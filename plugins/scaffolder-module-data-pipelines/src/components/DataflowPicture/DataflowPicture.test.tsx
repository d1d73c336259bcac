import { DataflowGraph } from '@headworks/backstage-plugin-data-pipelines-common';
import { render, screen } from '@testing-library/react';
import { DataflowPicture } from './DataflowPicture';

const graph: DataflowGraph = {
  nodes: [
    { id: 'topic/in', kind: 'topic', name: 'in', external: true },
    { id: 'topic/out', kind: 'topic', name: 'out' },
    { id: 'topic/idle', kind: 'topic', name: 'idle' },
    { id: 'flink/sum', kind: 'flink', name: 'sum' },
  ],
  edges: [
    { from: 'topic/in', to: 'flink/sum' },
    { from: 'flink/sum', to: 'topic/out' },
  ],
};

describe('DataflowPicture', () => {
  it('says in words what it draws', () => {
    render(<DataflowPicture graph={graph} />);
    const picture = screen.getByRole('img', {
      name: 'Dataflow of 3 topics and 1 job',
    });
    expect(picture).toHaveAccessibleDescription(
      'Flink job sum reads in and writes out. No job here reads or writes topic idle.',
    );
    expect(screen.getByText(/of somebody else/)).toBeInTheDocument();
  });

  it('tells a loop', () => {
    const edges = [...graph.edges, { from: 'topic/out', to: 'flink/sum' }];
    render(<DataflowPicture graph={{ ...graph, edges }} />);
    expect(
      screen.getByText('The data goes round: out → sum → out.'),
    ).toBeInTheDocument();
  });

  it('keeps a long name whole on hover', () => {
    const name = 'web.clickstream.enriched.by-country.v1';
    render(
      <DataflowPicture
        graph={{ nodes: [{ id: 'topic/x', kind: 'topic', name }], edges: [] }}
      />,
    );
    expect(screen.getByText(name, { selector: 'title' })).toBeInTheDocument();
    expect(screen.getByText('web.clic…untry.v1')).toBeInTheDocument();
  });
});
