export { HouseholdsScreen as default } from './HouseholdsScreen'
