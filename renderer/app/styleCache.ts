import createCache from '@emotion/cache'

// Main puts a fresh nonce into each page; styles without it are refused by the page's policy.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce

/** Where the styles of all components are kept. */
export const styleCache = createCache({ key: 'desk', prepend: true, ...(nonce ? { nonce } : {}) })
