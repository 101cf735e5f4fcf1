export { CorrectionsScreen as default } from './CorrectionsScreen'
