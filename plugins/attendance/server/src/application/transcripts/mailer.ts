export interface Email {
  readonly to: string;
  /** Subject, one line. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface OffersTranscript {
  readonly transcript: { readonly canDownload: boolean; readonly canEmail: boolean };
}

/** Returns the site without offers that need e-mail, where none can be sent. */
export function withoutVainOffers<Site extends OffersTranscript>(site: Site, mailer: Mailer): Site {
  if (!site.transcript.canEmail || mailer.isConfigured()) return site;
  return { ...site, transcript: { ...site.transcript, canEmail: false } };
}

/** Sends e-mail by the company's own provider. */
export interface Mailer {
  /** Returns whether there is a real mailer: without it nothing that needs one is offered. */
  isConfigured(): boolean;
  /** Rejects when it could not be handed over. */
  send(email: Email): Promise<void>;
}
