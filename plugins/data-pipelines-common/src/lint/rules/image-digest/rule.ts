import { imagesOf } from '../../kinds/imagesOf';
import { LintRule } from '../../lintRule';
import { jobValue } from '../../valuePath';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'image-digest',
  summary: 'An image is named by its digest.',
  why: 'Whoever may push to the registry may put another program under the same tag, and nothing in Git tells which one ran.',
  check: pipeline =>
    imagesOf(pipeline)
      .filter(({ image }) => !image.includes('@sha256:'))
      .flatMap(({ image, object, path }) =>
        violation(object, {
          path,
          problem: `the image ${image} has no digest`,
          remedy: 'Set digest to what the registry says of this tag.',
          ...jobValue(pipeline, object, 'image.digest'),
        }),
      ),
};
