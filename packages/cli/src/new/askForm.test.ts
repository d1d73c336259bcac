import {
  formProblems,
  formToSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import type { Ask } from './ask';
import { askForm } from './askForm';

/** Answers by the question, in order; a refused answer is an error, as nobody is there to try again. */
function scripted(answers: Record<string, Array<string | boolean | string[]>>) {
  const asked: string[] = [];
  const next = (message: string, otherwise: unknown): unknown => {
    asked.push(message);
    const [answer] = answers[message]?.splice(0, 1) ?? [];
    return answer ?? otherwise;
  };
  const ask: Ask = {
    async input({ message, default: usual = '', validate }) {
      const answer = next(message, usual) as string;
      const verdict = validate?.(answer) ?? true;
      if (verdict !== true) throw new Error(`${message}: ${verdict}`);
      return answer;
    },
    async confirm({ message, default: usual = false }) {
      return next(message, usual) as boolean;
    },
    async select({ message, choices }) {
      return next(message, choices[0].value) as (typeof choices)[0]['value'];
    },
    async checkbox<T extends string>({ message }: { message: string }) {
      return next(message, []) as T[];
    },
  };
  return { ask, asked };
}

describe('askForm', () => {
  it('makes a pipeline of both engines in two environments', async () => {
    const { ask } = scripted({
      'Topics that it declares, separated by commas': ['clicks, sessions'],
      'Topics of others that it uses, separated by commas': ['geo'],
      'A job of which engine?': ['flink', 'spark'],
      'Its name': ['sum', 'report'],
      'Its image': ['registry.example:5000/sum:1.0', 'report:2'],
      'Its schedule (cron; nothing: it runs once)': ['0 3 * * *'],
      'It reads': [['clicks', 'geo'], ['sessions']],
      'It writes': [['sessions']],
      'Another job?': [true],
      'Another environment?': [true],
      'CI that checks it': [['github']],
    });
    const { form, environments } = await askForm(ask, 'web');
    expect(formProblems(form)).toEqual([]);
    expect(environments).toEqual({
      dev: { cluster: 'dev', namespace: 'web' },
      staging: { cluster: 'staging', namespace: 'web' },
    });
    expect(formToSpec(form)).toMatchObject({
      pipeline: { name: 'web', owner: 'group:default/data-team' },
      ci: ['github'],
      values: {
        global: {
          kafka: {
            authentication: 'scram-sha-512',
            bootstrapServers: 'kafka-kafka-bootstrap.kafka:9093',
          },
          storage: { uri: 's3://data-pipelines/web' },
        },
        kafka: { topics: { geo: { external: true } } },
        flink: { jobs: { sum: { reads: ['clicks', 'geo'] } } },
        spark: { jobs: { report: { schedule: '0 3 * * *' } } },
      },
    });
  });

  it.each([
    ['Name of the pipeline', 'My Pipeline', 'Use lower-case letters'],
    ['Name of the pipeline', 'a'.repeat(41), 'Use at most 40 characters.'],
    ['Owner in the catalog', 'the team', 'Give the reference'],
    [
      'Topics that it declares, separated by commas',
      'a, a',
      'One stands there twice.',
    ],
    ['Its image', 'flink', 'Give the image with its tag or digest'],
    ['Storage for checkpoints and event logs', '/tmp', 'Give an address'],
    ['Bootstrap servers', 'kafka', 'Give host:port'],
    [
      'Cluster of dev, as the portal calls it',
      'a/b',
      "Give the cluster's name",
    ],
  ])('refuses at %s the answer %s', async (message, answer, said) => {
    const { ask } = scripted({
      'Its name': ['sum'],
      'Its image': ['sum:1'],
      [message]: [answer],
    });
    await expect(askForm(ask, 'web')).rejects.toThrow(`${message}: ${said}`);
  });

  it('asks no more than it needs for the smallest pipeline', async () => {
    const { ask, asked } = scripted({
      'Its name': ['sum'],
      'Its image': ['sum:1'],
    });
    await askForm(ask, 'web');
    expect(asked.length).toBeLessThanOrEqual(19);
  });
});
