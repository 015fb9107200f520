/** What is wrong with one field; the message never repeats the value. */
export interface FieldError {
  /** Path of the field, with dots (`attachments.0.name`). */
  readonly field: string;
  readonly message: string;
}

/** The request does not have the form that the route wants: 400 `input-invalid` with every error at once. */
export class InputInvalid extends Error {
  override readonly name = 'InputInvalid';
  constructor(readonly errors: readonly FieldError[]) {
    super('The request does not have the form that the route wants.');
  }
}
