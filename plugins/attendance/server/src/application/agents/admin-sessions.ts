/** An admin user who may attend, and the session that says so. */
export interface AdminSession {
  readonly userId: number;
  readonly sessionId: string;
  readonly name: string;
  readonly isSupervisor: boolean;
  readonly canSeeIp: boolean;
}

export interface AdminSessions {
  /** Whose access token it is, or null when it is not valid, was signed out, or does not allow attending. */
  verify(token: string): Promise<AdminSession | null>;
  /** The session as it stands now, or null when it is over or may no longer attend: an open socket outlives its token. */
  renew(session: AdminSession): Promise<AdminSession | null>;
}
