export { ShelfCountsScreen as default } from './count/ShelfCountsScreen'
