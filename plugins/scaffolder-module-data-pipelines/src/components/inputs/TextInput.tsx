import { TextField } from '@backstage/ui';
import { problemProps } from './problemProps';

/** One line of text. */
export function TextInput(props: {
  label: string;
  value: string | undefined;
  description?: string;
  placeholder?: string;
  isRequired?: boolean;
  /** A row that was just added asks for its name first. */
  takesFocus?: boolean;
  problem?: string;
  onChange(value: string): void;
  onBlur?(): void;
}) {
  const { value, problem, takesFocus, ...rest } = props;
  return (
    <TextField
      {...rest}
      {...problemProps(problem)}
      size="small"
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus={takesFocus}
      value={value ?? ''}
      autoComplete="off"
    />
  );
}
