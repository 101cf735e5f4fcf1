import type { SearchChange } from '../core/env'
import type { SearchAnswer, SearchRequest } from './request'

/** To the worker. Messages are handled in order, so a search sees every change sent before it. */
export type ToWorker =
  | { type: 'load'; database: string }
  | { type: 'apply'; change: SearchChange }
  | { type: 'search'; ticket: number; request: SearchRequest }
  /** What is stored of the index was thrown away. */
  | { type: 'forget' }
  /** Answered once the index is stored as it is now. */
  | { type: 'store'; ticket: number }

/** What a start read the index from. */
export type LoadedFrom = 'snapshot' | 'books'

/** From the worker. */
export type FromWorker =
  | { type: 'answer'; ticket: number; answer: SearchAnswer }
  | { type: 'stored'; ticket: number }
  /** The index is loaded: questions are answered at once. Where from, and how many documents it holds. */
  | { type: 'ready'; from: LoadedFrom; count: number }
  /** The books could not be read, or a change not taken over: what is found is not all there is. */
  | { type: 'broken' }
