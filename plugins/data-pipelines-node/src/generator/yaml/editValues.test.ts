import { parse } from 'yaml';
import { editValues } from './editValues';

const FILE = `# Mine.
kafka:
  topics:
    # The big one.
    clicks: { partitions: 12, retention: 7d } # do not shrink
    8080: {}
flink:
  jobs: # none yet
spark:
  mode: 'submit' # no operator here
`;

const edit = (
  path: string,
  value: Parameters<typeof editValues>[1][0]['value'],
) => editValues(FILE, [{ path: path.split('/'), value }]);

describe('editValues', () => {
  it('changes one value and nothing else', () => {
    expect(edit('kafka/topics/clicks/partitions', 24)).toBe(
      FILE.replace('partitions: 12', 'partitions: 24'),
    );
  });

  it('keeps the comment behind a changed value', () => {
    expect(edit('spark/mode', 'apache')).toBe(
      FILE.replace(`'submit'`, 'apache'),
    );
  });

  it('adds to the end of a map, and makes maps that are missing', () => {
    expect(edit('kafka/topics/sessions/partitions', 6)).toBe(
      FILE.replace(
        '8080: {}\n',
        '8080: {}\n    sessions:\n      partitions: 6\n',
      ),
    );
    expect(
      parse(edit('global/lint/accepted/rule/pipeline', 'why not')),
    ).toHaveProperty('global.lint.accepted.rule.pipeline', 'why not');
  });

  it('fills what was left empty', () => {
    const edited = edit('flink/jobs/sum/parallelism', 2);
    expect(parse(edited).flink).toEqual({ jobs: { sum: { parallelism: 2 } } });
    expect(edited).toContain('# none yet');
  });

  it('removes with undefined, and is at peace with what is not there', () => {
    expect(parse(edit('kafka/topics/clicks', undefined)).kafka.topics).toEqual({
      8080: {},
    });
    expect(edit('a/b/c', undefined)).toBe(FILE);
  });

  it('finds a key that YAML reads as a number', () => {
    expect(edit('kafka/topics/8080/partitions', 3)).toBe(
      FILE.replace('8080: {}', '8080: { partitions: 3 }'),
    );
  });

  it.each([
    'on',
    'yes',
    '1:30',
    '007',
    'null',
    '{{ .Values }}',
    'a: b # c',
    '',
  ])('writes the text %j as that text', text => {
    const edited = edit('spark/mode', text);
    expect(parse(edited, { version: '1.1' }).spark.mode).toBe(text);
    expect(parse(edited, { version: '1.2' }).spark.mode).toBe(text);
  });

  it('writes into an empty file', () => {
    expect(editValues('', [{ path: ['a', 'b'], value: 1 }])).toBe(
      'a:\n  b: 1\n',
    );
    expect(editValues('# only words\n', [{ path: ['a'], value: 1 }])).toContain(
      '# only words',
    );
  });

  it('leaves the bytes alone where there is nothing to do', () => {
    expect(editValues('a:    1', [])).toBe('a:    1');
  });

  it('refuses to edit through an alias, which would change two places', () => {
    expect(() =>
      editValues('a: &x { b: 1 }\nc: *x\n', [{ path: ['c', 'b'], value: 2 }]),
    ).toThrow(
      'c: it is an alias of another part of the file; write its values out',
    );
  });

  it('says where a file is no YAML', () => {
    expect(() => editValues('a: [1', [{ path: ['a'], value: 1 }])).toThrow(
      /^values: line \d+: .+; correct the YAML there$/,
    );
  });
});
