export { readPages } from './readPages'
export type { PageReading, ReadPages, ReadPagesOptions, ScanFault, Turn } from './types'
export { ScanError } from './types'
