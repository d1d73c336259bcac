import { Combobox } from '@backstage/ui';
import { problemProps } from './problemProps';

/** Something that may be picked, and what is worth knowing of it. */
export interface Suggestion {
  value: string;
  description?: string;
}

/** A text with suggestions: picked from what is known, or typed. */
export function SuggestField(props: {
  label: string;
  value: string | undefined;
  suggestions: Suggestion[];
  description?: string;
  placeholder?: string;
  isRequired?: boolean;
  problem?: string;
  onChange(value: string): void;
  onBlur?(): void;
}) {
  const { value, suggestions, problem, onChange, ...rest } = props;
  return (
    <Combobox
      {...rest}
      {...problemProps(problem)}
      allowsCustomValue
      menuTrigger="focus"
      search={{ inputValue: value ?? '', onInputChange: onChange }}
      options={suggestions.map(({ value: id, description }) => ({
        id,
        label: id,
        description,
      }))}
    />
  );
}
