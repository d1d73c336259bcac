import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** What the portal promises to bear. */
const PROMISED = [
  /API server is killed/,
  /API server comes back/,
  /compacted.*410/,
  /429 with `Retry-After`/,
  /cuts every stream after 10 s/,
  /holds answers back/,
  /accepts and never answers/,
  /token is wrong/,
  /clock is wrong/,
  /CRD is removed/,
  /CRD comes back at another version/,
  /900 kB of status/,
  /status is random JSON/,
  /database is gone for a minute/,
  /portal is killed during a write/,
];

const rows = fs
  .readFileSync(path.join(root, 'docs/faults.md'), 'utf8')
  .split('\n')
  .filter(line => /^\| (?!Fault|-)/.test(line))
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, fault, , , test]) => ({ fault, test }));

describe('docs/faults.md', () => {
  it.each(PROMISED)('has a row for %s', promise => {
    expect(rows.some(({ fault }) => promise.test(fault))).toBe(true);
  });

  it.each(rows)('names the test of: $fault', ({ test }) => {
    const [, file, name] = /^`(.+)`: "(.+)"$/.exec(test) ?? [];
    const source = fs.readFileSync(path.join(root, file), 'utf8');
    expect(source).toContain(`'${name}',`);
  });

  it('has a row for every test of a fault', () => {
    const named = rows.map(({ test }) => test).join('\n');
    const files = fs
      .readdirSync(__dirname)
      .filter(name => /\.test\.ts$/.test(name))
      .filter(name => name !== path.basename(__filename));
    for (const file of files) {
      const source = fs.readFileSync(path.join(__dirname, file), 'utf8');
      expect(named).toContain(file);
      // Each asserts all that is promised of every fault.
      expect(source).toContain('RECOVERY');
      expect(source).toContain('expectNothingLost');
    }
  });
});
