export { ComplaintsScreen as default } from './ComplaintsScreen'
