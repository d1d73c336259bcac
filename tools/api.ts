import fs from 'node:fs';
import path from 'node:path';
import { format as prettify } from 'prettier';
import { stringify } from 'yaml';
import { apiSchemas } from './lib/apiSchemas';

const root = path.resolve(__dirname, '..');
const folder = path.join(root, 'plugins/data-pipelines-backend/src/schema');

/**
 * Brings what is generated of the HTTP API up to date: the schemas of its
 * answers, from their types, and openapi.yaml. `--check` changes nothing and
 * fails where something is out of date.
 */
async function main() {
  const check = process.argv.includes('--check');
  // The document reads the schemas, and names the types that they are made of.
  const { openApi } = await import(path.join(folder, 'openApi'));
  const schemas = apiSchemas(root, openApi.paths);
  const document = {
    ...openApi,
    components: { ...openApi.components, schemas },
  };
  const wanted = {
    'components.json': prettify(JSON.stringify(schemas), { parser: 'json' }),
    'openapi.yaml': prettify(
      `# Written by \`yarn api\`; change paths/ or the types instead.\n${stringify(
        document,
        { aliasDuplicateObjects: false },
      )}`,
      { parser: 'yaml', singleQuote: true },
    ),
  };
  for (const [name, text] of Object.entries(wanted)) {
    const file = path.join(folder, name);
    const known = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    if (known === text) continue;
    process.stderr.write(
      check ? `${name} is out of date; run: yarn api\n` : `${name}\n`,
    );
    if (check) process.exitCode = 1;
    else fs.writeFileSync(file, text);
  }
}

main();
