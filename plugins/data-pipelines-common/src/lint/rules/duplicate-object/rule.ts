import { identityOf } from '../../compare/renderedObject';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'duplicate-object',
  summary: 'Every object is rendered once.',
  why: 'Helm refuses the install with "already exists", or one of the two overwrites the other on every upgrade.',
  check: pipeline => {
    const seen = new Set<string>();
    return pipeline.objects.flatMap(object => {
      const identity = identityOf(object);
      if (!seen.has(identity)) {
        seen.add(identity);
        return [];
      }
      return violation(object, {
        path: 'metadata.name',
        problem: 'another object of this kind has the same name',
        remedy: 'Rename one, or remove the override that gave it this name.',
      });
    });
  },
};
