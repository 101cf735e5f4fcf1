/** What every user of the demo office signs in with; said on its screens. Made-up data needs no secret. */
export const DEMO_PIN = '246810'

/** Remembered in the demo's own profile once its year is written: a start that finds it missing begins anew. */
export const DEMO_FILLED = 'demo.filled'
