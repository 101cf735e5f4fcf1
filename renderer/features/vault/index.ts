export { FailedTriesBar } from './FailedTriesBar'
export { RecoverPin } from './RecoverPin'
export { SecurityPanel } from './SecurityPanel'
export { SheetNag } from './SheetNag'
