import type { SearchChange } from '../core/env'
import type { SearchAnswer, SearchRequest } from './searchIndex'

/** To the worker. Messages are handled in order, so a search sees every change sent before it. */
export type ToWorker =
  | { type: 'load'; database: string }
  | { type: 'apply'; change: SearchChange }
  | { type: 'search'; ticket: number; request: SearchRequest }

/** From the worker. */
export type FromWorker = { type: 'answer'; ticket: number; answer: SearchAnswer }
