import { said } from './__testUtils__/objects';

const DEPLOYMENT = `
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: { name: web-count }
`;
const job = (text: string, upgradeMode = 'savepoint') =>
  `{ job: { upgradeMode: ${upgradeMode}, jarURI: 'local:///a.jar' }, ${text} }`;
const sql = (script: string, version = 'v2_1') =>
  job(
    `flinkVersion: ${version}, podTemplate: { spec: { volumes: [{ name: sql, configMap: { name: ${script} } }] } }`,
  );
const about = (before: string, after: string) =>
  said(DEPLOYMENT, before, after)
    .map(line => line.replace(/FlinkDeployment\/web-count /, ''))
    .filter(line => !line.startsWith('info : the job restarts'));

describe('another program', () => {
  it('says what an image may mean for state', () => {
    expect(about(job('image: a'), job('image: b'))).toEqual([
      'info spec.image: the program may be another one: an operator finds its state by its uid, and without one by its place in the job graph; Give each operator with state a uid before its place changes.',
    ]);
  });

  it('says it once for all that is new', () => {
    const other = job('image: b').replace('a.jar', 'b.jar');
    expect(about(job('image: a'), other)).toHaveLength(1);
  });

  it('warns of another SQL script, and not of its image', () => {
    expect(
      about(
        sql('web-count-sql-1').replace('{ job', '{ image: a, job'),
        sql('web-count-sql-2').replace('{ job', '{ image: b, job'),
      ),
    ).toEqual([
      'warning spec.podTemplate: the SQL script is another one: Flink plans it anew, and what is planned otherwise does not start from the state; Try it on a copy of the job, started from a savepoint of this one.',
    ]);
  });

  it('warns of another planner', () => {
    expect(
      about(sql('web-count-sql-1'), sql('web-count-sql-1', 'v2_2')),
    ).toEqual([
      'warning spec.flinkVersion: the SQL script is planned by v2_2 in place of v2_1, perhaps otherwise, and does not start from the state then; Try it on a copy of the job, started from a savepoint of this one.',
    ]);
  });

  it('is silent where nothing is kept or nothing changes', () => {
    expect(
      about(job('image: a', 'stateless'), job('image: b', 'stateless')),
    ).toEqual([]);
    expect(about(sql('web-count-sql-1'), sql('web-count-sql-1'))).toEqual([]);
  });
});
