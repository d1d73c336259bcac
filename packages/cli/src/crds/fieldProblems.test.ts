import { JsonValue } from '@backstage/types';
import { fieldProblems } from './fieldProblems';
import { Schema } from './schema';

const said = (spec: Schema, value: JsonValue) =>
  fieldProblems(
    { type: 'object', properties: { spec } },
    {
      apiVersion: 'a/v1',
      kind: 'A',
      metadata: { name: 'a', anything: 1 },
      spec: value,
    },
  ).map(({ path, problem, remedy }) => `${path} ${problem}; ${remedy}`);

const job: Schema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', pattern: '^[a-z]+$', maxLength: 5 },
    parallelism: { type: 'integer', minimum: 1 },
    mode: { type: 'string', enum: ['on', 'off'] },
    port: { 'x-kubernetes-int-or-string': true },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    pod: { type: 'object', 'x-kubernetes-embedded-resource': true },
    tags: {
      type: 'array',
      maxItems: 2,
      items: { type: 'string' },
      'x-kubernetes-list-type': 'set',
    },
    ports: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          port: { type: 'integer' },
          protocol: { type: 'string', default: 'TCP' },
        },
      },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['port', 'protocol'],
    },
    either: {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      oneOf: [{ required: ['a'] }, { required: ['b'] }],
    },
    perhaps: { type: 'string', nullable: true },
    ratio: { type: 'number', minimum: 0, exclusiveMinimum: true },
  },
};

describe('fieldProblems', () => {
  it.each<[string, JsonValue]>([
    ['all that is asked', { name: 'sum', parallelism: 2, mode: 'on' }],
    ['a number or a text', { name: 'sum', port: 80 }],
    ['a number or a text', { name: 'sum', port: 'http' }],
    ['names of its own', { name: 'sum', labels: { 'any.thing': 'x' } }],
    ['anything where anything may be', { name: 'sum', free: { x: [1, null] } }],
    ['an object inside', { name: 'sum', pod: { kind: 'Pod', metadata: {} } }],
    ['null where it may be', { name: 'sum', perhaps: null }],
    ['a whole number as a number', { name: 'sum', ratio: 1 }],
    ['one of two', { name: 'sum', either: { a: 'x' } }],
    [
      'one port of two protocols',
      { name: 'a', ports: [{ port: 1 }, { port: 1, protocol: 'UDP' }] },
    ],
  ])('takes %s', (_, value) => {
    expect(said(job, value)).toEqual([]);
  });

  it.each<[JsonValue, string]>([
    [
      { name: 'sum', paralelism: 2 },
      'spec.paralelism is not known; did you mean "parallelism"?',
    ],
    [{ name: 'sum', other: 2 }, 'spec.other is not known; remove it'],
    [
      { name: 'sum', constructor: 'x' },
      'spec.constructor is not known; remove it',
    ],
    [{}, 'spec.name is missing; give a value'],
    [
      { name: 'sum', parallelism: '2' },
      'spec.parallelism is string and must be integer; give integer',
    ],
    [
      { name: 'sum', parallelism: 1.5 },
      'spec.parallelism is number and must be integer; give integer',
    ],
    [
      { name: 'sum', parallelism: 0 },
      'spec.parallelism is 0 and must be at least 1; give at least 1',
    ],
    [
      { name: 'sum', ratio: 0 },
      'spec.ratio is 0 and must be more than 0; give more than 0',
    ],
    [{ name: 'sum', mode: 'no' }, 'spec.mode is "no"; choose one of on, off'],
    [
      { name: 'S' },
      'spec.name "S" has not the form ^[a-z]+$; correct its form',
    ],
    [
      { name: 'toolong' },
      'spec.name has 7 characters and may have 5; give at most 5',
    ],
    [
      { name: 'sum', port: 1.5 },
      'spec.port is number and must be integer or string; give integer or string',
    ],
    [
      { name: 'sum', labels: { 'a.b': 1 } },
      'spec.labels[a.b] is integer and must be string; give string',
    ],
    [
      { name: 'sum', mode: null },
      'spec.mode is null and must be string; leave it out, or give a value',
    ],
    [
      { name: 'sum', tags: ['a', 'a'] },
      'spec.tags[1] stands there twice; remove or rename one of them',
    ],
    [
      { name: 'sum', tags: ['a', 'b', 'c'] },
      'spec.tags has 3 entries and may have 2; give at most 2',
    ],
    [
      { name: 'sum', ports: [{ port: 1 }, { port: 1, protocol: 'TCP' }] },
      'spec.ports[1] stands there twice; remove or rename one of them',
    ],
    [
      { name: 'sum', either: { a: 'x', b: 'y' } },
      "spec.either fits not exactly one of the alternatives; see the operator's reference for this field",
    ],
  ])('refuses %j', (value, expected) => {
    expect(said(job, value)).toEqual([expected]);
  });
});
