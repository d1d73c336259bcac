export { Columns } from './Columns';
export { problemProps } from './problemProps';
export { SuggestField } from './SuggestField';
export type { Suggestion } from './SuggestField';
export { TextInput } from './TextInput';
