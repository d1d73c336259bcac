import { RenderedPipeline } from '../RenderedPipeline';

/** The folder of a `file:` address or bare path; undefined for other storage. */
export function localFolder(address: string): string | undefined {
  return /^(?:file:(?:\/\/)?)?(\/.*)$/.exec(address)?.[1];
}

/** Whether an address is another's or below it. */
export function isBelow(address: string, other: string): boolean {
  const folder = (text: string) => `${text.replace(/\/+$/, '')}/`;
  return folder(address).startsWith(folder(other));
}

/** What is wrong with an address in which the environment does not occur; undefined where it does. */
export function ofAnyEnvironment(
  { values }: RenderedPipeline,
  address: string | undefined,
): string | undefined {
  const environment = values.global?.environment;
  return address && environment && !address.includes(environment)
    ? `which does not name the environment ${environment}: another one may use it, too`
    : undefined;
}
