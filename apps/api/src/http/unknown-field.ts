import { AppError, type FieldError } from '@vaktplan/contracts/errors';

/** A body named a field that its route does not know, as somebody does who tries what else could be set. */
export class UnknownField extends AppError {
  constructor(errors: FieldError[]) {
    super('validation_failed', { errors });
  }
}
