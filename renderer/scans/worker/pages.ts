import type { Surface } from './canvas'

/** A file whose pages are drawn one by one. */
export interface Pages {
  count: number
  /** Page `page`, from 1. Whoever asks drops it. */
  draw(page: number): Promise<Surface>
  close(): void
}
