export { MonthsScreen as default } from './month/MonthsScreen'
