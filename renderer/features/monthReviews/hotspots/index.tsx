/** Filled by its own files. */
export default function HotspotsTab() {
  return null
}
