import { LintRule } from '../../lintRule';
import { violation } from '../../violation';

interface IngressSpec {
  tls: object[];
}

export const rule: LintRule = {
  id: 'ingress-tls',
  summary: 'An Ingress encrypts.',
  why: 'Who asks for the page sends cookies and passwords in the clear, and gets answers that anybody on the way may change.',
  check: pipeline =>
    pipeline
      .all<IngressSpec>('networking.k8s.io', 'Ingress')
      .filter(({ spec }) => !spec.tls?.length)
      .flatMap(ingress =>
        violation(ingress, {
          path: 'spec.tls',
          problem: 'it serves without TLS',
          remedy: 'Set tls with the secret of a certificate.',
        }),
      ),
};
