/** Why a file isn't taken for a logo. */

export type LogoRefusalCode =
  /** No bytes. */
  | 'logo-empty'
  /** More bytes than `LOGO_LIMITS.fileBytes`. */
  | 'logo-too-large'
  /** More pixels on a side than `LOGO_LIMITS.side`. */
  | 'logo-too-many-pixels'
  /** Not a picture, or a damaged one, or the file can't be read. */
  | 'logo-unreadable'
  /** A file of another kind: PNG and JPEG are what to offer, though WebP, GIF and SVG are taken. */
  | 'logo-type'
  /** An SVG that holds more than a drawing. */
  | 'logo-unsafe'
  /** The page's Content Security Policy (`img-src`) forbids `blob:` pictures, and an SVG can be drawn through one only. */
  | 'logo-svg-blocked'
  /** The browser can't write it small enough, or not at all. */
  | 'logo-cannot-shrink';

export class LogoRefusal extends Error {
  override readonly name = 'LogoRefusal';

  constructor(
    readonly code: LogoRefusalCode,
    options?: ErrorOptions,
  ) {
    super(`The file is not taken as a logo: ${code}.`, options);
  }
}
