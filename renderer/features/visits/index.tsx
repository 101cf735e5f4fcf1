export { VisitsScreen as default } from './visit/VisitsScreen'
