/** Filled by its own files. */
export default function SpotCheckTab() {
  return null
}
