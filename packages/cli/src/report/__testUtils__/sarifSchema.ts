const text = { type: 'string', minLength: 1 };
const message = object({ text }, ['text']);
const index = { type: 'integer', minimum: 0 };

/** What SARIF 2.1.0 says of the parts that we write; nothing else may stand there. */
export const SARIF_PARTS = object(
  {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      items: object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: text,
                  version: text,
                  informationUri: { type: 'string', pattern: '^https://' },
                  rules: {
                    type: 'array',
                    uniqueItems: true,
                    items: object(
                      {
                        id: text,
                        shortDescription: message,
                        fullDescription: message,
                        helpUri: { type: 'string', pattern: '^https://' },
                      },
                      ['id'],
                    ),
                  },
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result() },
        },
        ['tool'],
      ),
    },
  },
  ['version', 'runs'],
);

function result() {
  return object(
    {
      ruleId: text,
      ruleIndex: index,
      level: { enum: ['none', 'note', 'warning', 'error'] },
      message,
      locations: {
        type: 'array',
        items: object(
          {
            physicalLocation: object({
              artifactLocation: object({
                uri: { type: 'string', pattern: '^[^ \\\\]+$' },
                uriBaseId: text,
              }),
              region: object({ startLine: { type: 'integer', minimum: 1 } }),
            }),
            logicalLocations: {
              type: 'array',
              items: object({ fullyQualifiedName: text, kind: text }),
            },
          },
          ['physicalLocation'],
        ),
      },
      partialFingerprints: {
        type: 'object',
        additionalProperties: { type: 'string' },
      },
      suppressions: {
        type: 'array',
        items: object(
          {
            kind: { enum: ['inSource', 'external'] },
            justification: text,
          },
          ['kind'],
        ),
      },
    },
    ['message'],
  );
}

function object(properties: object, required: string[] = []) {
  return { type: 'object', additionalProperties: false, properties, required };
}
