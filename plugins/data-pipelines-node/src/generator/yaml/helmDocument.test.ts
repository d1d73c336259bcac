import * as fc from 'fast-check';
import { parse } from 'yaml';
import { anyText } from '../__testUtils__/awkwardText';
import { helmDocument, printDocument, readMap } from './helmDocument';

describe('helmDocument', () => {
  it('says any text so that every reader has that very text', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          // The one key that a specification may not have.
          anyText().filter(key => key !== '<<'),
          fc.oneof(anyText(), fc.array(anyText())),
          {
            maxKeys: 4,
          },
        ),
        content => {
          const text = printDocument(helmDocument({ content }));
          expect(parse(text).content).toEqual(content);
          expect(parse(text, { version: '1.1' }).content).toEqual(content);
          expect(readMap(text, 'values.yaml').content).toEqual(content);
        },
      ),
      { seed: 5, numRuns: 1000 },
    );
  });

  it('keeps a text of many lines readable', () => {
    expect(printDocument(helmDocument({ a: 'one\ntwo: {{ x }}\n' }))).toBe(
      'a: |\n  one\n  two: {{ x }}\n',
    );
  });
});

describe('readMap', () => {
  it.each([
    ['on', true],
    ['yes', true],
    ['0777', 511],
    ['1:30', '1:30'],
    ['2026-01-01', '2026-01-01'],
    ['~', null],
    ['1e3', 1000],
  ])('reads %s as Helm does', (text, value) => {
    expect(readMap(`a: ${text}\n`, 'values.yaml')).toEqual({ a: value });
  });

  it('reads a file from Windows, with its mark and line ends', () => {
    expect(readMap('\ufeffa: 1\r\nb: 2\r\n', 'values.yaml')).toEqual({
      a: 1,
      b: 2,
    });
  });
});
