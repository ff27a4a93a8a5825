/** The version of this package. */
export const version = "0.1.0";

/** What the client calls itself in `user-agent`. */
export const userAgent = `parley-typescript/${version}`;
