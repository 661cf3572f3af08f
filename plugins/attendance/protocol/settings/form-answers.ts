import { z } from 'zod';

import { cleanEmail, EMAIL } from '../shared/text/email-address';
import { LIMITS } from '../shared/limits';
import { boundedText } from '../schemas/text';

export const emailSchema = z
  .string()
  .max(LIMITS.emailLength)
  .transform(cleanEmail)
  .pipe(z.email({ pattern: EMAIL }));

/** Answers of the pre-attendance form, by the field's id; which are asked and required is the site's setting, checked by the server [F2]. */
export const formAnswersSchema = z
  .record(z.string().max(LIMITS.fieldIdLength), boundedText(LIMITS.answerCodePoints))
  .refine((answers) => Object.keys(answers).length <= LIMITS.answers, {
    message: `at most ${LIMITS.answers} answers`,
  });
export type FormAnswers = z.infer<typeof formAnswersSchema>;
