import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const page = fs.readFileSync(path.join(root, 'docs/templates.md'), 'utf8');

const folders = (where: string) =>
  fs
    .readdirSync(path.join(root, where), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);

describe('docs/templates.md', () => {
  it.each(folders('templates'))('has %s with all its cases', template => {
    const row = page
      .split('\n')
      .find(line => line.startsWith(`| [${template}]`));
    const told = row?.split('|')[3] ?? '';
    const cases = [...told.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    expect(cases.sort()).toEqual(folders(`templates/${template}/cases`).sort());
  });
});
