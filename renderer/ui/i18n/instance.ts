import { createInstance } from 'i18next'

/** The translations of the whole screen. */
export const i18n = createInstance()
