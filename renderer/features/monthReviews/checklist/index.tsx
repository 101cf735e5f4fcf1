/** Filled by its own files. */
export default function ChecklistTab() {
  return null
}
