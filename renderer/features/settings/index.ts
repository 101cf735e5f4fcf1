export type { ScreenChoice, ScreenChoices } from './choices'
export { Settings } from './Settings'
