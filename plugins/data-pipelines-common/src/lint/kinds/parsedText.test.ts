import { parse } from 'yaml';
import { parsedText } from './parsedText';

describe('parsedText', () => {
  it('holds a map without nulls', () => {
    expect(parsedText('{ a: 1, b: ~ }', parse)).toEqual({ a: 1 });
  });

  it.each(['', 'text', '{ a: [', '"'])('takes %j for nothing', text => {
    expect(parsedText(text, parse)).toBeUndefined();
    expect(parsedText(text, JSON.parse)).toBeUndefined();
  });

  it('takes what is not there for nothing', () => {
    expect(parsedText(undefined, parse)).toBeUndefined();
  });
});
