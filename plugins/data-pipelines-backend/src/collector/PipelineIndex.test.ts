import { FlinkDeployment } from '@headworks/backstage-plugin-data-pipelines-common';
import { PipelineIndex } from './PipelineIndex';

function job(name: string, pipeline: string, generation = 1): FlinkDeployment {
  return {
    kind: 'FlinkDeployment',
    metadata: {
      name,
      namespace: 'data',
      generation,
      labels: { 'headworks.dev/pipeline': pipeline },
      annotations: {},
    },
    spec: {},
  };
}

describe('PipelineIndex', () => {
  const told: string[][] = [];
  let index: PipelineIndex;
  const names = (pipeline: string, cluster = 'east') =>
    index
      .find(cluster, 'flinkdeployments', pipeline)
      .map(({ metadata }) => metadata.name);

  beforeEach(() => {
    told.length = 0;
    index = new PipelineIndex(changed => told.push([...changed].sort()));
  });

  it('tells once of a whole list, and what a newer list lacks is gone', () => {
    index.replace('east', 'flinkdeployments', [
      job('a', 'one'),
      job('b', 'two'),
    ]);
    index.replace('east', 'flinkdeployments', [job('b', 'two')]);
    expect(told).toEqual([['one', 'two'], ['one']]);
    expect(names('one')).toEqual([]);
    expect(names('two')).toEqual(['b']);
  });

  it('says nothing where nothing changed', () => {
    index.put('east', 'flinkdeployments', job('a', 'one'));
    index.put('east', 'flinkdeployments', job('a', 'one'));
    expect(told).toHaveLength(1);
  });

  it('moves an object whose label changes, and tells both pipelines', () => {
    index.put('east', 'flinkdeployments', job('a', 'one'));
    index.put('east', 'flinkdeployments', job('a', 'two'));
    expect(told.at(-1)).toEqual(['one', 'two']);
    expect(names('one')).toEqual([]);
    expect(names('two')).toEqual(['a']);
  });

  it('keeps clusters apart', () => {
    index.put('east', 'flinkdeployments', job('a', 'one'));
    expect(names('one', 'west')).toEqual([]);
  });

  it('forgets what is deleted, and survives a second deletion', () => {
    const a = job('a', 'one');
    index.put('east', 'flinkdeployments', a);
    index.delete('east', 'flinkdeployments', a.metadata);
    index.delete('east', 'flinkdeployments', a.metadata);
    expect(names('one')).toEqual([]);
    expect(told).toEqual([['one'], ['one']]);
  });
});
