/** Stands in the build for the editor of @inquirer/prompts, which no question needs and which is most of it. */
export default function noEditor(): never {
  throw new Error('No question is asked with an editor.');
}
