import { InputError } from '@backstage/errors';
import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';

/** @throws InputError where a pipeline has no such environment */
export function viewIn(
  environments: readonly EnvironmentView[],
  wanted: string,
): EnvironmentView {
  const names = environments.map(({ environment }) => environment.name);
  const view = environments[names.indexOf(wanted)];
  if (!view) {
    throw new InputError(
      `environment: the pipeline has no environment "${wanted}"; choose one of ${names.join(
        ', ',
      )}`,
    );
  }
  return view;
}
