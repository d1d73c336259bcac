import fs from 'node:fs';
import path from 'node:path';
import { chartCases } from './cases';
import { objectsTable, Rendering } from './objectsTable';
import { Renderer } from './renderer';

const readme = path.resolve(__dirname, '../../../charts/README.md');
const SECTION = /(<!-- objects -->\n)[\s\S]*(<!-- \/objects -->)/;

/** HEADWORKS_UPDATE=1 writes it anew instead of comparing. */
it('charts/README.md tells which objects there are in which mode', async () => {
  const charts = new Renderer('helm4');
  try {
    await charts.start();
    const renderings: Rendering[] = [];
    for (const { name, modes } of chartCases()) {
      renderings.push({ modes, text: await charts.caseText(name) });
    }
    const before = fs.readFileSync(readme, 'utf8');
    const after = before.replace(
      SECTION,
      (_, begin, end) => `${begin}\n${objectsTable(renderings)}\n${end}`,
    );
    if (process.env.HEADWORKS_UPDATE) fs.writeFileSync(readme, after);
    else expect(before).toBe(after);
  } finally {
    charts.stop();
  }
});
