export { LostReportsScreen as default } from './report/LostReportsScreen'
