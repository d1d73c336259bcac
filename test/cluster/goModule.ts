import { run } from './download';

/** Folder of a Go module, which the module proxy's checksum database vouches for. */
export async function goModule(module: string): Promise<string> {
  const { Dir } = JSON.parse(
    await run('go', ['mod', 'download', '-json', module], {
      env: { ...process.env, GOFLAGS: '-mod=mod' },
    }),
  ) as { Dir: string };
  return Dir;
}
