import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { build } from '../cluster/binaries';

/** The engine that Argo CD has, in the version of its go.mod. */
const GOPHER_LUA = 'v1.1.2';

export interface Question {
  script: string;
  object: object;
  /** `resource.customizations.useOpenLibs…`: all of Lua's libraries. */
  openLibs: boolean;
}

export interface Answer {
  status: string;
  message: string;
  /** Why the rule gave none. */
  error?: string;
}

/** What health rules say in Argo CD's own Lua engine, all in one process. */
export async function askLua(questions: Question[]): Promise<Answer[]> {
  const source = path.join(__dirname, 'main.go');
  const hash = createHash('sha256').update(fs.readFileSync(source));
  const lua = await build(
    () => {},
    `argocd-lua-${hash.digest('hex').slice(0, 12)}`,
    {
      module: 'github.com/yuin/gopher-lua',
      version: GOPHER_LUA,
      package: '.',
      source,
      usually: '10 s',
    },
  );
  const child = spawn(lua, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(questions));
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      code === 0 ? resolve() : reject(new Error(`Lua ended with ${code}`)),
    );
  });
  return JSON.parse(output);
}
