/** Filled by its own files. */
export default function WeeklyTab() {
  return null
}
