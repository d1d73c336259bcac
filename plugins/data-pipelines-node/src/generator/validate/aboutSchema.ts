export const NAME = '^[a-z]([-a-z0-9]*[a-z0-9])?$';
export const CLUSTER = '^[^/,=\\s\\u0000-\\u001f\\u007f-\\u009f]+$';
export const SOURCE = '^(vendored|oci://[a-z0-9.:/_-]+)$';
export const BRANCH = '^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$';
export const FOLDER =
  '^[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$';

const TEXT = { type: 'string' };
const NAMESPACE = { type: 'string', pattern: NAME, maxLength: 63 };

/** Everything of a specification but its values. */
export const ABOUT = {
  type: 'object',
  additionalProperties: false,
  required: ['pipeline', 'environments', 'values'],
  properties: {
    pipeline: {
      type: 'object',
      description: 'What the pipeline is called and whose it is',
      additionalProperties: false,
      required: ['name', 'owner'],
      properties: {
        name: {
          type: 'string',
          pattern: NAME,
          maxLength: 40,
          description: 'Also the Helm release and the entity in the catalog',
        },
        owner: {
          type: 'string',
          minLength: 1,
          description: 'Entity reference, such as group:default/data-team',
        },
        title: { ...TEXT, description: 'Its name for people' },
        description: { ...TEXT, description: 'What it is for' },
      },
    },
    environments: {
      type: 'object',
      description: 'Where it goes, by the name of the environment',
      minProperties: 1,
      propertyNames: { pattern: NAME, maxLength: 20 },
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        required: ['cluster', 'namespace'],
        properties: {
          cluster: {
            type: 'string',
            pattern: CLUSTER,
            description: 'The name that the portal has for it',
          },
          namespace: { ...NAMESPACE, description: 'Of the release' },
          values: {
            type: 'object',
            description: 'What differs there from `values`',
          },
        },
      },
    },
    chart: {
      type: 'object',
      description: 'Where the charts come from',
      additionalProperties: false,
      required: ['source'],
      properties: {
        source: {
          type: 'string',
          pattern: SOURCE,
          description: 'vendored (by default), or an OCI registry: oci://…',
        },
      },
    },
    gitops: {
      type: 'object',
      description: 'Who installs it from Git',
      additionalProperties: false,
      required: ['tool', 'repoUrl'],
      properties: {
        tool: { enum: ['argocd', 'flux'] },
        repoUrl: {
          type: 'string',
          minLength: 1,
          description: "Address of the pipeline's repository",
        },
        branch: {
          type: 'string',
          pattern: BRANCH,
          description: 'main by default',
        },
        path: {
          type: 'string',
          pattern: FOLDER,
          description:
            "The chart's folder in the repository; its root by default",
        },
        namespace: {
          ...NAMESPACE,
          description:
            "Of the tool's objects; argocd or flux-system by default",
        },
      },
    },
    ci: {
      type: 'array',
      description: 'Which CI checks it',
      uniqueItems: true,
      items: { enum: ['github', 'gitlab'] },
    },
  },
};
