import { secretIn } from '../../kinds/secretText';
import { textsOf } from '../../kinds/textsOf';
import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

export const rule: LintRule = {
  id: 'secret-in-plain-text',
  summary: 'No password, token or key stands in an object.',
  why: 'Values go to Git, into the release and into the web pages of Flink and Spark, where everybody who may look can read them. This page never shows what it found.',
  check: pipeline =>
    pipeline.objects
      .filter(({ kind }) => kind !== 'Secret')
      .flatMap(object =>
        textsOf(object).flatMap(text => {
          const secret = secretIn(text);
          return secret
            ? violation(object, {
                path: text.path,
                problem: `${secret} stands there for everybody to read`,
                remedy:
                  'Put it into a Secret and refer to that, then replace it where it came from: it is in the history of Git.',
              })
            : [];
        }),
      ),
};
