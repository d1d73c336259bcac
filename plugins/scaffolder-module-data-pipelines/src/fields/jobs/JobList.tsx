import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { JobForm } from '@headworks/backstage-plugin-data-pipelines-common';
import { ReactNode } from 'react';
import { FieldGroup } from '../../components/FieldGroup';
import { RowList, useOpenRows } from '../../components/RowList';
import { RowProblem } from '../rowProblem';
import { useField } from '../useField';
import { RowInputs } from './JobInputs';
import { NO_JOB } from './jobProblems';

/** Jobs of one engine as rows that open. */
export function JobList<Job extends JobForm>(options: {
  props: FieldExtensionComponentProps<Job[], object>;
  none: Job[];
  added: Job;
  problems: RowProblem<Job>[];
  sizeOf(job: Job): string;
  children(inputs: RowInputs<Job>): ReactNode;
}) {
  const { props, none, added, problems, sizeOf, children } = options;
  const { onChange } = props;
  const field = useField(props, none);
  const jobs = field.value;
  const open = useOpenRows(jobs.length);
  const told = (index: number) =>
    problems.filter(
      problem =>
        problem.index === index &&
        field.tells(`${open.keyOf(index)} ${problem.input}`),
    );
  return (
    <FieldGroup title={field.title} description={field.description}>
      <RowList
        noun="Job"
        rows={jobs}
        open={open}
        summaryOf={job => [wayOf(job), sizeOf(job)].filter(Boolean).join(' · ')}
        problemOf={(_, index) => told(index)[0]?.message}
        problem={field.refused && jobs.length === 0 ? NO_JOB : undefined}
        onAdd={() => onChange([...jobs, added])}
        onRemove={index => onChange(jobs.filter((_, at) => at !== index))}
      >
        {(row, index) =>
          children({
            row,
            problemAt: input =>
              told(index).find(problem => problem.input === input)?.message,
            onLeft: input => field.left(`${open.keyOf(index)} ${input}`),
            onChange: by =>
              onChange(
                jobs.map((job, at) => (at === index ? { ...job, ...by } : job)),
              ),
          })
        }
      </RowList>
    </FieldGroup>
  );
}

/** `clicks → sessions`. */
function wayOf({ reads = [], writes = [] }: JobForm) {
  if (reads.length + writes.length === 0) return '';
  return `${reads.join(', ') || 'nothing'} → ${writes.join(', ') || 'nothing'}`;
}
