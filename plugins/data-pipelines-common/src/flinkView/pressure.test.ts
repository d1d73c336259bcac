import { FlinkVertex } from './flinkView';
import { pressureSentence } from './pressure';

function vertex(
  id: string,
  inputs: string[],
  busy: number | undefined,
  held?: number,
): FlinkVertex {
  return {
    id,
    name: id,
    parallelism: 1,
    status: 'RUNNING',
    inputs,
    busy,
    held,
  };
}

describe('pressureSentence', () => {
  it('names the first step behind those that are held back', () => {
    expect(
      pressureSentence([
        vertex('source', [], 0.05, 0.95),
        vertex('parse', ['source'], 0.1, 0.9),
        vertex('join', ['parse'], 1, 0),
        vertex('sink', ['join'], 0.02, 0),
      ]),
    ).toBe(
      '"join" holds the job back: it works 100 % of the time; give the job more parallelism, or make that step cheaper',
    );
  });

  it('says where the slow thing is not the job', () => {
    expect(
      pressureSentence([
        vertex('source', [], 0.05, 0.95),
        vertex('sink', ['source'], 0.12, 0),
      ]),
    ).toBe(
      '"sink" holds the job back and works only 12 % of the time: it waits for something outside, such as a database or a sink that is slow',
    );
  });

  it('takes the busiest of several', () => {
    expect(
      pressureSentence([
        vertex('source', [], 0.05, 0.95),
        vertex('a', ['source'], 0.2, 0),
        vertex('b', ['source'], 0.97, 0),
      ]),
    ).toMatch(/^"b" holds/);
  });

  it('knows no share of a source of the old kind', () => {
    expect(
      pressureSentence([
        vertex('source', [], undefined, 0.7),
        vertex('sink', ['source'], undefined, 0),
      ]),
    ).toBe(
      '"sink" holds the job back; give the job more parallelism, or make that step cheaper',
    );
  });

  it('says nothing of a job that keeps up', () => {
    expect(
      pressureSentence([
        vertex('source', [], 1, 0.1),
        vertex('sink', ['source'], 1, 0),
      ]),
    ).toBeUndefined();
    expect(pressureSentence([])).toBeUndefined();
  });
});
