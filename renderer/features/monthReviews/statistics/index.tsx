/** Filled by its own files. */
export default function StatisticsTab() {
  return null
}
