import { readForm } from './readForm';

const form = {
  name: 'orders',
  owner: 'group:default/data-team',
  environment: 'dev',
  cluster: 'east',
  namespace: 'data',
  kafka: { cluster: 'a', namespace: 'kafka', bootstrapServers: 'a:9092' },
  storageUri: '',
};

describe('readForm', () => {
  it('reads a form and what it means', () => {
    const { form: read, spec } = readForm({ form });
    expect(read).toEqual(form);
    expect(spec.pipeline.name).toBe('orders');
  });

  it('takes what is wrong inside, for the preview to say', () => {
    const { spec } = readForm({ form: { ...form, name: 7 } });
    expect(spec.pipeline.name).toBe(7);
  });

  it.each([
    [undefined, 'form: is missing'],
    [{}, 'form: is missing'],
    [{ form: [] }, 'form: is missing'],
    [{ form: { ...form, kafka: undefined } }, 'form.kafka: is missing'],
    [{ form: { ...form, topics: {} } }, 'form.topics: is no list of rows'],
    [{ form: { ...form, sparkJobs: [1] } }, 'form.sparkJobs: is no list'],
    [
      { form: { ...form, flinkJobs: [{ name: 'a', image: 1 }] } },
      'form: is not what the wizard’s pages ask for',
    ],
  ])('refuses %j', (body, sentence) => {
    expect(() => readForm(body)).toThrow(sentence);
  });
});
