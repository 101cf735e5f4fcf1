import type { Content, CustomTableLayout, Margins, TDocumentDefinitions } from 'pdfmake/interfaces'
import {
  type Block,
  type LayoutName,
  PAGE,
  PAGES,
  type PrintDefinition,
} from '../../../shared/documents/definition'
import {
  BODY,
  DENSE_PAD_X,
  DENSE_PAD_Y,
  PAD_X,
  PAD_Y,
  PAPER_SIZES,
  RULE,
} from '../../../shared/documents/layout/measures'
import { MAIN_FONT } from '../fonts/fontFiles'

type PageSize = 'A4' | 'A5' | { width: number; height: number }

const SIZES: Record<PrintDefinition['paper'], { pageSize: PageSize; landscape: boolean }> = {
  A4: { pageSize: 'A4', landscape: false },
  'A4-landscape': { pageSize: 'A4', landscape: true },
  A5: { pageSize: 'A5', landscape: false },
  'A5-landscape': { pageSize: 'A5', landscape: true },
  // Wider than high: pdfmake would turn a size of our own that is said to be upright.
  label: { pageSize: PAPER_SIZES.label, landscape: true },
}

/** The rules of tables by name: functions cannot be sent to a worker, so they live here. */
export const tableLayouts: Record<LayoutName, CustomTableLayout> = {
  boxed: {
    hLineWidth: () => RULE,
    vLineWidth: () => RULE,
    paddingLeft: () => PAD_X,
    paddingRight: () => PAD_X,
    paddingTop: () => PAD_Y,
    paddingBottom: () => PAD_Y,
  },
  dense: {
    hLineWidth: () => RULE,
    vLineWidth: () => RULE,
    paddingLeft: () => DENSE_PAD_X,
    paddingRight: () => DENSE_PAD_X,
    paddingTop: () => DENSE_PAD_Y,
    paddingBottom: () => DENSE_PAD_Y,
  },
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
}

function numbered(template: Block, page: number, pages: number): Content {
  const text = JSON.stringify(template).replaceAll(PAGE, String(page)).replaceAll(PAGES, String(pages))
  return JSON.parse(text)
}

/** What pdfmake takes for a form of its own or as one section of a document: paper, content, heads and feet by page. */
interface Pages {
  pageSize: PageSize
  pageOrientation: 'landscape' | 'portrait'
  pageMargins: Margins
  header: (page: number, pages: number) => Content
  footer: (page: number, pages: number) => Content
  background: (page: number) => Content
  content: Content[]
}

/** A copy: pdfmake writes into what it is given. */
function pagesOf(definition: PrintDefinition): Pages {
  const { paper, margins, continuedHead, foot, underlay } = definition
  const { pageSize, landscape } = SIZES[paper]
  return {
    pageSize,
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: margins,
    header: (page, pages) => (page === 1 ? '' : numbered(continuedHead, page, pages)),
    footer: (page, pages) => numbered(foot, page, pages),
    background: (page) =>
      underlay ? (structuredClone(page === 1 ? underlay.first : underlay.further) as Content) : '',
    content: structuredClone(definition.content) as Content[],
  }
}

/** What a document says of itself. Dates come from the print time, never from the clock: the same bytes each time. */
function documentOf({ title, author, createdAt }: PrintDefinition): Partial<TDocumentDefinitions> {
  const created = new Date(createdAt)
  return {
    info: { title, author, creationDate: created, modDate: created },
    language: 'zh-CN',
    defaultStyle: { font: MAIN_FONT, fontSize: BODY },
  }
}

/** Our plain definition → pdfmake's. */
export function toDocDefinition(definition: PrintDefinition): TDocumentDefinitions {
  return { ...documentOf(definition), ...pagesOf(definition) }
}

/** Every form and its further parts, one after another; throws for none. */
export function withParts(
  definitions: readonly PrintDefinition[],
): readonly [PrintDefinition, ...PrintDefinition[]] {
  const [first, ...others] = definitions.flatMap((definition) => [definition, ...(definition.parts ?? [])])
  if (!first) throw new Error('a batch of no forms')
  return [first, ...others]
}

/** One form within a document of many: it counts its own pages. `onBegun` is called when it is laid out. */
function sectionOf(definition: PrintDefinition, onBegun: () => void): Content {
  const { content, background, header, footer, ...paper } = pagesOf(definition)
  let first = 0
  let count = 0
  return {
    ...paper,
    section: content,
    // Called for each page as it is begun; heads and feet only after all pages are there.
    background(page: number): Content {
      if (first === 0) {
        first = page
        onBegun()
      }
      count = page - first + 1
      return background(count)
    },
    header: (page: number) => header(page - first + 1, count),
    footer: (page: number) => footer(page - first + 1, count),
  }
}

/**
 * Many forms as one document, one after another: fonts are embedded once, each form keeps its paper, head, foot, QR
 * code and its own count of pages. Dates and author are the first one's.
 */
export function toBatchDefinition(
  definitions: readonly [PrintDefinition, ...PrintDefinition[]],
  title: string,
  onBegun: (index: number) => void,
): TDocumentDefinitions {
  const [first] = definitions
  const content = definitions.map((definition, index) => sectionOf(definition, () => onBegun(index)))
  return { ...documentOf({ ...first, title }), pageSize: SIZES[first.paper].pageSize, content }
}
