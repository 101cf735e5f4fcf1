export { ReturnVisitsScreen as default } from './returnVisit/ReturnVisitsScreen'
