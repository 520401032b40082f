import type { FieldError } from 'react-hook-form';
import type { Resources } from '../../i18n/resources.ts';

export type ErrorCode = keyof Resources['errors'];

/**
 * The code of the message for what a schema found wrong. The model's own findings name their code
 * as their message; zod's are told by their issue code.
 * @param known The codes that have a text.
 */
export function errorCode(
  error: Pick<FieldError, 'message' | 'type'>,
  known: Readonly<Record<string, string>>,
): ErrorCode {
  const { message = '', type } = error;
  if (Object.hasOwn(known, message)) return message as ErrorCode;
  switch (type) {
    case 'too_small':
      return /array/iu.test(message)
        ? 'at-least-one'
        : /string/iu.test(message)
          ? 'required'
          : 'too-small';
    case 'too_big':
      return /array/iu.test(message)
        ? 'too-many'
        : /string/iu.test(message)
          ? 'too-long'
          : 'too-big';
    case 'invalid_type':
      return 'required';
    case 'invalid_value':
      return 'choose-one';
    case 'invalid_format':
      return 'invalid-format';
    default:
      return 'invalid';
  }
}
