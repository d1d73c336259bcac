import fs from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { FleetPipeline, JOBS, PIPELINES, TOPICS } from './shape';

const PER_FILE = 100;

/** Writes the catalog's files, as the generator makes them, and returns their paths. */
export function writeEntities(home: string): string[] {
  const folder = path.join(home, 'catalog');
  fs.mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  for (let i = 0; i < PIPELINES.length; i += PER_FILE) {
    const file = path.join(folder, `${i}.yaml`);
    const entities = PIPELINES.slice(i, i + PER_FILE).flatMap(entitiesOf);
    fs.writeFileSync(file, entities.map(one => stringify(one)).join('---\n'));
    files.push(file);
  }
  return files;
}

/** A pipeline with its jobs and topics. */
export function entitiesOf(pipeline: FleetPipeline): object[] {
  const { name, cluster, namespace, owner } = pipeline;
  const part = (kind: string, own: string, spec: object, extra: object) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name: `${name}-${own}`,
      annotations: { 'headworks.dev/pipeline': name, ...extra },
    },
    spec: { lifecycle: 'production', owner, ...spec },
  });
  return [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        title: `Pipeline ${name.slice(-4)}`,
        annotations: {
          'headworks.dev/environments': `prod=${cluster}/${namespace}/${name}`,
          'backstage.io/kubernetes-label-selector': `headworks.dev/pipeline=${name}`,
        },
      },
      spec: { type: 'data-pipeline', lifecycle: 'production', owner },
    },
    ...JOBS.map(job =>
      part(
        'Component',
        job.name,
        {
          type: `${job.engine}-job`,
          subcomponentOf: `component:default/${name}`,
          dependsOn: [`resource:default/${name}-${job.reads}`],
        },
        { 'headworks.dev/job': job.name },
      ),
    ),
    ...TOPICS.map(topic =>
      part(
        'Resource',
        topic,
        {
          type: 'kafka-topic',
          dependsOn: JOBS.filter(({ writes }) => writes === topic).map(
            writer => `component:default/${name}-${writer.name}`,
          ),
        },
        { 'headworks.dev/topic': `${name}-${topic}` },
      ),
    ),
  ];
}
