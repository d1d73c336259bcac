/** What a person decides about a savepoint. */
export const savepoint = {
  choices: 'Name, folder and format',
  choicesWithoutName: 'Folder and format',
  name: 'Name',
  nameHint:
    'Of the FlinkStateSnapshot: small letters, digits and hyphens. Left empty, it is made of the name of the job.',
  folder: 'Folder',
  folderHint:
    'Such as s3://bucket/job/savepoints. Left empty, it is the one that the job has.',
  format: 'Format',
  formats: {
    canonical: 'Canonical: for any state backend',
    native: 'Native: faster, for this state backend alone',
  },
  drain: 'Drain it: let all windows and timers fire first',
} as const;
