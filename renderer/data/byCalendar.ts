/** What the calendar does by itself, apart from the rest of the data layer: it is fetched once the first screen stands. */
export { escalateDue } from './escalateDue'
export { expireDue } from './expireDue'
export { keepMonths } from './keepMonths'
export { keepReviews } from './keepReviews'
