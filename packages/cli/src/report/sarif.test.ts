import Ajv from 'ajv';
import { REPORT } from './__testUtils__/report';
import { sarifReport } from './sarif';
import { SARIF_PARTS } from './__testUtils__/sarifSchema';

const rules = [
  { id: 'flink-tag', summary: 'An image has a digest.', why: 'Tags move.' },
];

describe('sarifReport', () => {
  const text = sarifReport({
    report: REPORT,
    version: '1.2.3',
    rules,
    folder: 'my pipeline/',
  });
  const [run] = JSON.parse(text).runs;

  it('has the form of SARIF 2.1.0', () => {
    const validate = new Ajv({ strict: false }).compile(SARIF_PARTS);
    expect([validate(JSON.parse(text)), validate.errors]).toEqual([true, null]);
  });

  it('ties each result to its rule', () => {
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(ids).toEqual(['flink-tag', 'render', 'kafka-topic-replicas']);
    for (const { ruleId, ruleIndex } of run.results) {
      expect(ids[ruleIndex]).toBe(ruleId);
    }
  });

  it('points to the line in the values file', () => {
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: {
        uri: 'my%20pipeline/values-prod.yaml',
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: 7 },
    });
  });

  it('says why a finding is accepted', () => {
    expect(run.results[2].suppressions).toEqual([
      { kind: 'inSource', justification: 'the registry forbids it' },
    ]);
  });
});
