export { LostItemsScreen as default } from './item/LostItemsScreen'
