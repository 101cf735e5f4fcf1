// pdfjs' own worker as a chunk of the app: started by address it would be wrapped in a blob, which the policy forbids.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs'
