import type { Block, PrintDefinition } from '../../../shared/documents/definition'

/** A bare page of text to try what only the engine can show: columns `width` points wide, one after another. */
export function barePage(blocks: Block[], width: number): PrintDefinition {
  return {
    title: 'test',
    author: 'test',
    createdAt: '2026-11-21T00:00:00.000Z',
    paper: 'A4',
    margins: [40, 40, 595.28 - 40 - width, 40],
    continuedHead: { text: '' },
    foot: { text: '' },
    content: blocks,
  }
}
