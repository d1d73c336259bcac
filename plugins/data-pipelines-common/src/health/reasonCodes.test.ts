import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const cases = path.join(__dirname, 'cases');
const page = fs.readFileSync(
  path.join(__dirname, '../../../../docs/reference/health.md'),
  'utf8',
);

describe('docs/reference/health.md', () => {
  it('has every reason code of a recorded moment that is ours', () => {
    const codes = fs
      .readdirSync(cases)
      .map(file => parse(fs.readFileSync(path.join(cases, file), 'utf8')))
      .filter(({ expected: [, code], object }) => code && !says(object, code))
      .map(({ expected }) => expected[1]);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter(code => !page.includes(`\n### ${code}\n`))).toEqual([]);
  });
});

/** True for an operator's own code, which is passed on. */
function says(object: object, code: string): boolean {
  return JSON.stringify(object).includes(`"reason":"${code}"`);
}
