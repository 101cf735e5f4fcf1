import type { WebPreferences } from 'electron'

/** What every window must be; a caller that asks for less gets an error, not a weaker window. */
const REQUIRED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false,
  safeDialogs: true,
} as const satisfies WebPreferences

/** Preferences that a window may choose; every other one is decided here. */
const FREE = new Set(['devTools', 'zoomFactor', 'backgroundThrottling'])

/**
 * The one maker of window preferences. Throws when `wishes` holds anything that is not free to choose
 * or that contradicts the required values.
 */
export function securePreferences(preload: string, wishes: WebPreferences = {}): WebPreferences {
  for (const [name, value] of Object.entries(wishes)) {
    const required: unknown = Reflect.get(REQUIRED, name)
    const allowed = FREE.has(name) || (required !== undefined && required === value)
    if (!allowed) throw new Error(`window preference not allowed: ${name}`)
  }
  return {
    ...wishes,
    ...REQUIRED,
    preload,
    enableBlinkFeatures: '',
    disableBlinkFeatures: 'Auxclick',
    // Compiled code is kept from the first start on, not only once a file was read thrice: the second start of a day,
    // or after an update, is as quick as the tenth.
    v8CacheOptions: 'bypassHeatCheck',
  }
}
