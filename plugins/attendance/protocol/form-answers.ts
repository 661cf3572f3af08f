import { z } from 'zod';

import { LIMITS } from './limits';
import { lineOf } from './text';

export const emailSchema = z
  .string()
  .max(LIMITS.emailLength)
  .transform((text) => text.trim())
  .pipe(
    z.email({
      pattern: /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}\.[^\s@.<>()[\]\\,;:"]{2,63}$/,
    }),
  );

const phoneSchema = z
  .string()
  .max(LIMITS.phoneLength)
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^[+()\d\s.-]{6,}$/, { message: 'not a phone number' }));

/** Answers of the pre-attendance form; which are required is the site's setting, checked by the server [F2]. */
export const formAnswersSchema = z.object({
  name: lineOf(LIMITS.nameCodePoints).optional(),
  email: emailSchema.or(z.literal('')).optional(),
  phone: phoneSchema.or(z.literal('')).optional(),
});
export type FormAnswers = z.infer<typeof formAnswersSchema>;
