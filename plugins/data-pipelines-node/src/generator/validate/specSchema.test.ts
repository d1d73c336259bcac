import Ajv from 'ajv';
import { ourCharts, sampleSpec } from '../__testUtils__/sample';
import { specSchema } from './specSchema';

describe('specSchema', () => {
  it('is a strict JSON schema that stands alone', async () => {
    const schema = specSchema(await ourCharts());
    const ajv = new Ajv({ strictTypes: false, strictRequired: false });
    const validate = ajv.compile(schema);
    expect(validate(sampleSpec())).toBe(true);
    const wrong = sampleSpec(of => {
      of.values.flink = { jobs: { sum: { parallelism: '2' } } };
    });
    expect(validate(wrong)).toBe(false);
  });

  it('says what each field is for', async () => {
    const text = JSON.stringify(specSchema(await ourCharts()));
    expect(text).toContain('Entity reference, such as group:default/data-team');
    expect(text).not.toContain('"$ref":"#/$defs/enabled"');
  });
});
