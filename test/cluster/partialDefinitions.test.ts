import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { partialDefinitions } from './partialDefinitions';
import { list, object, text } from './partial/fields';

describe('partialDefinitions', () => {
  it('makes a CRD a kind, with the fields of the table and no other', async () => {
    const folder = await partialDefinitions();
    const file = path.join(folder, 'kafkatopics.platform.confluent.io.yaml');
    const { metadata, spec } = parse(fs.readFileSync(file, 'utf8'));
    expect(metadata.name).toBe('kafkatopics.platform.confluent.io');
    const { schema } = spec.versions[0];
    expect(schema.openAPIV3Schema.properties.spec).toMatchObject({
      properties: { partitionCount: { type: 'integer' } },
    });
  });

  it('takes a star for "required"', () => {
    expect(object({ 'a*': text, b: list(text) })).toEqual({
      type: 'object',
      required: ['a'],
      properties: {
        a: { type: 'string' },
        b: { type: 'array', items: { type: 'string' } },
      },
    });
  });
});
