export { type ScreenChoices, Settings } from './Settings'
