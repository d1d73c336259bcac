declare const HEADWORKS_VERSION: string | undefined;

/** The version of this command, which the build writes in; `dev` from the sources. */
export const VERSION =
  typeof HEADWORKS_VERSION === 'string' ? HEADWORKS_VERSION : 'dev';
