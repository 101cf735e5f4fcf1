/** Filled by its own files. */
export default function FilesTab() {
  return null
}
