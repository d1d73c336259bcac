import { Target } from '../answers';

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** What is wrong with a target, by its input; a sentence each. */
export function targetProblems({
  environment,
  cluster,
  namespace,
}: Partial<Target>): Partial<Record<keyof Target, string>> {
  return {
    ...(!environment && { environment: 'Give the environment a name.' }),
    ...(environment &&
      !(/^[a-z]/.test(environment) && LABEL.test(environment)) && {
        environment:
          'Use lower-case letters, digits and dashes, beginning with a letter.',
      }),
    ...(environment &&
      environment.length > 20 && { environment: 'Use 20 characters at most.' }),
    ...(!cluster && { cluster: 'Pick a cluster, or type its name.' }),
    ...(!namespace && { namespace: 'Pick a namespace, or type its name.' }),
    ...(namespace &&
      !(LABEL.test(namespace) && namespace.length <= 63) && {
        namespace:
          'Use lower-case letters, digits and dashes, 63 characters at most.',
      }),
  };
}
