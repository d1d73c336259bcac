import components from './components.json';
import { PATHS } from './paths';

/**
 * The HTTP API as OpenAPI 3.1 describes it. Paths are written by hand; what
 * they answer with comes from the types of data-pipelines-common, through
 * `yarn api`, which also writes openapi.yaml.
 */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'data-pipelines',
    version: '1',
    description:
      'Data pipelines on Kafka, Flink and Spark: one verdict each, why, and what to do. Answers show what the caller may see in the catalog.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/api/data-pipelines' }],
  security: [{ backstage: [] }],
  paths: PATHS,
  components: {
    securitySchemes: {
      backstage: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token of Backstage, of a user or of a service',
      },
    },
    schemas: components,
  },
};
