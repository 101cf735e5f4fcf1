import { createInstance, type i18n as I18n } from 'i18next'

/** The translations of the whole screen. */
export const i18n: I18n = createInstance()
