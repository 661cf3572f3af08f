/** Admin user who may attend, with the session that proves it. */
export interface AdminSession {
  readonly userId: number;
  readonly sessionId: string;
  readonly name: string;
  readonly isSupervisor: boolean;
  readonly canSeeIp: boolean;
}

export interface AdminSessions {
  /** Resolves to the token's user and session, or null when the token is not valid, was signed out, or does not allow attending. */
  verify(token: string): Promise<AdminSession | null>;
  /** Resolves to the session in its present state, or null when it is over or may no longer attend: an open socket outlives its token. */
  renew(session: AdminSession): Promise<AdminSession | null>;
  /** Resolves to whether this admin user may attend, signed in or not. */
  mayAttend(userId: number): Promise<boolean>;
}
