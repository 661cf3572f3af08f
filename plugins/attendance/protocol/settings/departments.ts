import { z } from 'zod';

import { agentIdSchema, departmentIdSchema } from '../schemas/ids';
import { singleLineOf } from '../schemas/text';

const keySchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[a-z0-9-]+$/, { message: 'lower-case letters, digits and hyphens' });
const nameSchema = singleLineOf(60).refine((name) => name.length > 0, { message: 'required' });

/** A department as an admin edits it [R11]: GET /attendance/departments. */
export const departmentSettingsSchema = z.object({
  id: departmentIdSchema,
  /** Version, which grows with every change of its name, key or members. */
  version: z.number().int().nonnegative(),
  /** Key that a site's snippet names; changing it leaves old snippets without department. */
  key: keySchema,
  name: nameSchema,
  agentIds: z.array(agentIdSchema),
  /** Interactions that wait for it: while there are any, it cannot be deleted. */
  waitingCount: z.number().int().nonnegative(),
});
export type DepartmentSettings = z.infer<typeof departmentSettingsSchema>;

/** PUT /attendance/departments/{id}. */
export const departmentUpdateSchema = departmentSettingsSchema.omit({ id: true, waitingCount: true });
export type DepartmentUpdate = z.infer<typeof departmentUpdateSchema>;

/** POST /attendance/departments. */
export const departmentCreateSchema = z.object({ key: keySchema, name: nameSchema });
