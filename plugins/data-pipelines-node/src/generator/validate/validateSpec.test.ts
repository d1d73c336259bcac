import {
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { ourCharts, sampleSpec, values } from '../__testUtils__/sample';
import { validateSpec } from './validateSpec';

let charts: GeneratedFile[];
beforeAll(async () => {
  charts = await ourCharts();
});

describe('validateSpec', () => {
  const problems = (change: (of: PipelineSpec) => void) =>
    validateSpec(sampleSpec(change), charts).map(
      ({ path: at, problem }) => `${at}: ${problem}`,
    );

  it('finds nothing wrong with a good one', () => {
    expect(problems(() => {})).toEqual([]);
  });

  it.each(['Orders', '-orders', 'orders-', 'my orders', '../orders', '', 'ö'])(
    'refuses the name %p',
    name => {
      const [problem] = validateSpec(
        sampleSpec(of => {
          of.pipeline.name = name;
        }),
        charts,
      );
      expect(problem).toEqual({
        path: 'pipeline.name',
        problem: 'not a valid name',
        remedy:
          'use lower-case letters, digits and dashes, beginning with a letter and not ending with a dash',
      });
    },
  );

  it('counts what Flink counts: pipeline and job together', () => {
    expect(
      problems(of => {
        of.pipeline.name = 'p'.repeat(40);
        values(of).flink.jobs = { abcde: values(of).flink.jobs.sum };
      }),
    ).toEqual([
      `values.flink.jobs.abcde: the name "${'p'.repeat(
        40,
      )}-abcde" has 46 characters and Flink allows 45`,
    ]);
    expect(
      problems(of => {
        of.pipeline.name = 'p'.repeat(40);
        values(of).flink.jobs = { abcd: values(of).flink.jobs.sum };
      }),
    ).toEqual([]);
  });

  it.each<[string, (of: PipelineSpec) => void, string]>([
    [
      'a job that reads what nobody declares',
      of => {
        values(of).flink.jobs.sum.reads = ['nothing'];
      },
      'values.flink.jobs.sum.reads: nobody declares the topic "nothing"',
    ],
    [
      'a topic named like a member of every object',
      of => {
        values(of).flink.jobs.sum.reads = ['constructor'];
      },
      'values.flink.jobs.sum.reads: nobody declares the topic "constructor"',
    ],
    [
      'a job that reads a disabled topic',
      of => {
        values(of).kafka.topics.purchases.enabled = false;
      },
      'values.flink.jobs.sum.reads: the topic "purchases" is disabled',
    ],
    [
      'a job named like a topic',
      of => {
        values(of).flink.jobs.totals = values(of).flink.jobs.sum;
      },
      'values.flink.jobs.totals: a topic has the same name',
    ],
    [
      'null, which Helm 3 and 4 understand differently',
      of => {
        values(of).flink.jobs.sum.args = null;
      },
      'values.flink.jobs.sum.args: null neither removes nor keeps a default alike in Helm 3 and 4',
    ],
    [
      'a misspelt field',
      of => {
        values(of).flink.jobs.sum.paralellism = 2;
      },
      'values.flink.jobs.sum.paralellism: is not known here; did you mean "parallelism"?',
    ],
    [
      'a cluster that would break the annotation',
      of => {
        of.environments.dev.cluster = 'a/b';
      },
      'environments.dev.cluster: not a name that an annotation can hold',
    ],
    [
      'no environment',
      of => {
        of.environments = {};
      },
      'environments: is empty',
    ],
  ])('refuses %s', (_, change, expected) => {
    expect(problems(change)).toContain(expected);
  });

  it.each([undefined, null, 7, 'text', [], {}])('survives %p', anything => {
    expect(validateSpec(anything, charts).length).toBeGreaterThan(0);
  });
  it.each<[string, (of: PipelineSpec) => void]>([
    [
      'a cycle of topics',
      of => {
        values(of).flink.jobs.back = {
          ...values(of).flink.jobs.sum,
          reads: ['totals'],
          writes: ['purchases'],
        };
      },
    ],
    [
      'a job whose image each environment gives',
      of => {
        const { image, ...rest } = values(of).flink.jobs.sum;
        values(of).flink.jobs.sum = rest;
        of.environments.dev.values = { flink: { jobs: { sum: { image } } } };
      },
    ],
    [
      'one name in two Kafkas',
      of => {
        const { sum } = values(of).flink.jobs;
        const kafka = { bootstrapServers: 'other:9092' };
        values(of).flink.jobs = { sum, 'b-sum': { ...sum } };
        of.environments = {
          a: { cluster: 'east', namespace: 'a' },
          'a-b': {
            cluster: 'east',
            namespace: 'b',
            values: { global: { kafka } },
          },
        };
      },
    ],
    [
      'null that removes something below override',
      of => {
        values(of).flink.jobs.sum.override = { spec: { mode: null } };
      },
    ],
  ])('allows %s', (_, change) => {
    expect(problems(change)).toEqual([]);
  });

  it('survives what no YAML or JSON holds', () => {
    const loop: { values?: object } = {};
    loop.values = loop;
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
    for (const anything of [loop, deep, { values: new Date() }, () => {}]) {
      expect(validateSpec(anything, charts).length).toBeGreaterThan(0);
    }
    const looping = sampleSpec(of => {
      of.values.flink = of.values;
    });
    expect(validateSpec(looping, charts)).toEqual([
      {
        path: 'values.flink',
        problem: 'contains itself',
        remedy: 'remove the alias',
      },
    ]);
  });
});
