import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { ValueEdit } from '../generator';

const IMAGE =
  /^(?<repository>[^\s@]+?)(?::(?<tag>[\w][\w.-]*))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;

/**
 * The edits that give a job another image. A digest goes before a tag in our
 * charts, so one that stands there is emptied where only a tag is asked for.
 *
 * @param before - the image as it is with all values files
 * @throws InputError where it is no image, or names neither tag nor digest
 */
export function imageEdits(
  path: string[],
  image: string,
  before: JsonValue | undefined,
): ValueEdit[] {
  const { repository, tag, digest } = IMAGE.exec(image.trim())?.groups ?? {};
  if (!repository || (!tag && !digest)) {
    throw new InputError(
      `Image: "${image}" has no tag and no digest; give one, such as registry.example/orders:1.4`,
    );
  }
  const had = (before as { digest?: string } | undefined)?.digest;
  const at = (key: string, value: string) => ({ path: [...path, key], value });
  return [
    at('repository', repository),
    ...(tag ? [at('tag', tag)] : []),
    ...(digest ? [at('digest', digest)] : []),
    ...(!digest && had ? [at('digest', '')] : []),
  ];
}
