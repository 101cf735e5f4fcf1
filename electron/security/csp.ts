/** Where index.html says it, each answer puts a fresh nonce, so that only styles of our own code apply. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * The content-security policy of every answer: nothing from outside, no eval, no frames, no forms.
 * `nonce`: the mark of the page's own style elements; null for files that are no pages or carry no mark.
 */
export function contentSecurityPolicy(nonce: string | null): string {
  // Emotion writes style elements as it goes: by nonce where the page hands it one, else any of its own.
  const style = nonce === null ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Headers beside the policy. DNS prefetch would be a way out that no policy closes. */
export const FIXED_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
}
