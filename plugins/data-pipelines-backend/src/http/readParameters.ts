import { InputError } from '@backstage/errors';

/** Parameters of a request, before anything is known of them. */
export type Parameters = Readonly<Record<string, unknown>>;

/** @throws InputError where one is not known, with those that are */
export function refuseOthers(parameters: Parameters, known: readonly string[]) {
  const other = Object.keys(parameters).find(name => !known.includes(name));
  if (other !== undefined) {
    throw new InputError(
      `${other.slice(0, 40)}: is no parameter here; choose of ${known.join(
        ', ',
      )}`,
    );
  }
}

/** All values of a parameter. @throws InputError where one is no plain text */
export function several(parameters: Parameters, name: string): string[] {
  const value = parameters[name];
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap(text => {
    if (text === undefined || text === '') return [];
    if (typeof text === 'string' && !text.includes('\0')) return text;
    throw new InputError(`${name}: must be plain text`);
  });
}

/** @throws InputError where there are two */
export function single(
  parameters: Parameters,
  name: string,
): string | undefined {
  const values = several(parameters, name);
  if (values.length > 1) throw new InputError(`${name}: may stand there once`);
  return values[0];
}

/** @throws InputError that names what is allowed */
export function choices<T extends string>(
  parameters: Parameters,
  name: string,
  allowed: readonly T[],
): T[] {
  return several(parameters, name).map(value => {
    const found = allowed.find(one => one === value);
    if (found !== undefined) return found;
    throw new InputError(
      `${name}: is ${JSON.stringify(
        value.slice(0, 40),
      )}; choose of ${allowed.join(', ')}`,
    );
  });
}

/** @throws InputError that names the range */
export function limit(
  parameters: Parameters,
  most: number,
): number | undefined {
  const text = single(parameters, 'limit');
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new InputError(`limit: must be a whole number from 1 to ${most}`);
}
