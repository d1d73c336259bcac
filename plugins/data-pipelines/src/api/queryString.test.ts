import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { queryString } from './queryString';

describe('queryString', () => {
  it('repeats lists, leaves out what is not asked, and knows one order', () => {
    const query: PipelineQuery = {
      text: 'a&b',
      owner: ['group:default/x', 'group:default/y'],
      health: [],
      cursor: undefined,
      cluster: ['east'],
      limit: 100,
    };
    expect(queryString(query)).toBe(
      '?cluster=east&limit=100&owner=group%3Adefault%2Fx&owner=group%3Adefault%2Fy&text=a%26b',
    );
  });

  it('is nothing where nothing is asked', () => {
    expect(queryString({ text: '' })).toBe('');
  });
});
