import { groupOf } from '../../compare/renderedObject';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'secret-rendered',
  summary: 'The chart renders no Secret.',
  why: 'What it holds was in the values, so it is in Git and in the history of the release, base64 or not.',
  check: pipeline =>
    pipeline.objects
      .filter(object => object.kind === 'Secret' && groupOf(object) === '')
      .flatMap(object =>
        violation(object, {
          path: '',
          problem: 'what it holds is in the values and in the release',
          remedy:
            'Let an ExternalSecret make it, or make it by hand and name it in the values.',
        }),
      ),
};
