export type { ScreenChoices } from './choices'
export { Settings } from './Settings'
