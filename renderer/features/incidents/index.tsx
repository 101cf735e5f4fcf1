export { IncidentsScreen as default } from './IncidentsScreen'
