import type { Visitor } from '../../../protocol/entities';
import type { SiteId, VisitorId } from '../../../protocol/ids';
import type { FormAnswers } from '../../../protocol/visitor-events';

export type VisitorFields = {
  readonly [Field in 'name' | 'email' | 'phone' | 'document']?: string | undefined;
};

export interface VisitorStore {
  /** The visitor whom this token names on this site; a token is worth nothing on another. */
  findByToken(siteId: SiteId, token: string): Promise<Visitor | null>;
  /** Makes a visitor known. The token is answered once and kept only as a hash. */
  create(siteId: SiteId, fields: FormAnswers): Promise<{ readonly visitor: Visitor; readonly token: string }>;
  /** Changes the fields given and leaves the others. */
  update(id: VisitorId, fields: VisitorFields): Promise<void>;
}
