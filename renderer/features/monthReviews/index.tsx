export { MonthReviewsScreen as default } from './shell/MonthReviewsScreen'
