export { PrintDialog, type PrintDialogProps } from './dialog/PrintDialog'
export { coverage, missingCharacters } from './fonts/coverage'
export { PdfPreview } from './preview/PdfPreview'
export { renderBatch, renderForm, warmUp } from './printing'
