import { imagesOf } from '../../kinds/imagesOf';
import { LintRule } from '../../lintRule';
import { jobValue } from '../../valuePath';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'image-latest',
  summary: 'An image has a tag that does not move.',
  why: 'With latest, or without a tag, a pod that is replaced may run another program than its neighbours, and a rollback brings nothing back.',
  check: pipeline =>
    imagesOf(pipeline)
      .filter(
        ({ image }) =>
          !image.includes('@') && /:latest$|\/[^:]+$|^[^:/]+$/.test(image),
      )
      .flatMap(({ image, object, path }) =>
        violation(object, {
          path,
          problem: `the image ${image} may be another one tomorrow`,
          remedy: 'Set a tag of one release.',
          ...jobValue(pipeline, object, 'image.tag'),
        }),
      ),
};
