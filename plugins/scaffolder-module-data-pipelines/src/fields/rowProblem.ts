/** Something wrong at one input of a row. */
export interface RowProblem<Row> {
  index: number;
  input: keyof Row & string;
  /** A sentence. */
  message: string;
}
