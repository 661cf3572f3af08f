export interface WidgetFile {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  /** True when its name changes with its content. */
  readonly isHashed: boolean;
}

/** The built widget, read once: a few small files, compressed here so that any Strapi serves them small. */
export interface WidgetFiles {
  readonly script: string;
  readonly style: string;
  loader(): WidgetFile | null;
  asset(name: string): WidgetFile | null;
}
