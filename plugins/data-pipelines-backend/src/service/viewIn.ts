import { InputError } from '@backstage/errors';
import { EnvironmentView } from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * @param whose - for the error
 * @throws InputError where there is no such environment
 */
export function viewIn(
  environments: readonly EnvironmentView[],
  wanted: string,
  whose: 'pipeline' | 'job' = 'pipeline',
): EnvironmentView {
  const names = environments.map(({ environment }) => environment.name);
  const view = environments[names.indexOf(wanted)];
  if (!view) {
    throw new InputError(
      `environment: the ${whose} has no environment "${wanted}"; choose one of ${names.join(
        ', ',
      )}`,
    );
  }
  return view;
}
