/** How an app proves itself to Entra ID: a secret, or the PEM texts of a certificate and its key. */
export type ClientCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string };
