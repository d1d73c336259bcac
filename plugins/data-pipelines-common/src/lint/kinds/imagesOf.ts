import { ObjectOf, RenderedPipeline } from '../RenderedPipeline';
import { containersOf } from './containersOf';
import { isTest } from './jobClient';

/** An image and where it is asked for first. */
export interface ImageUse {
  image: string;
  object: Omit<ObjectOf<object>, 'spec'>;
  path: string;
}

interface WithImage {
  image?: string | { application?: string; init?: string };
  template?: { image?: string };
}

/** Every image that the pipeline runs, once; tests aside. */
export function imagesOf(pipeline: RenderedPipeline): ImageUse[] {
  const uses = [
    ...pipeline.objects.flatMap(object =>
      imageFields(object.spec ?? {}).map(use => ({ ...use, object })),
    ),
    ...pipeline.pods.flatMap(pod =>
      containersOf(pod).map(({ container, path }) => ({
        image: container.image,
        path: `${path}.image`,
        object: pod.object,
      })),
    ),
  ];
  const first = new Map<string, ImageUse>();
  for (const { image, object, path } of uses) {
    if (typeof image !== 'string' || image === '' || isTest(object)) continue;
    if (!first.has(image)) first.set(image, { image, object, path });
  }
  return [...first.values()];
}

/** Where kinds of operators name an image. */
function imageFields({ image, template }: WithImage) {
  const parts = typeof image === 'object' ? image : { application: undefined };
  return [
    {
      image: typeof image === 'string' ? image : undefined,
      path: 'spec.image',
    },
    { image: parts.application, path: 'spec.image.application' },
    { image: parts.init, path: 'spec.image.init' },
    { image: template?.image, path: 'spec.template.image' },
  ];
}
