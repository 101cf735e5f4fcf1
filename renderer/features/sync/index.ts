export { SyncWord } from './SyncWord'
