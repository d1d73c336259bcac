import { Option } from 'commander';

/** The options that several commands have. */
export const environmentOption = () =>
  new Option(
    '-e, --environment <name...>',
    'only these environments (all by default)',
  );

export const helmOption = () =>
  new Option(
    '--helm <file>',
    'the Helm binary (else HEADWORKS_HELM, else helm)',
  );

export const outputOption = (formats: readonly string[] = ['human', 'json']) =>
  new Option('-o, --output <format>', 'how to say it')
    .choices(formats)
    .default('human');
