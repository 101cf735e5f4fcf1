import { hatching } from '../../../../shared/documents/charts/hatch'
import type { ChartShape, RectShape, TextShape } from '../../../../shared/documents/charts/shapes'

/** One shape of a chart in the colour of the text, so that it reads in light and dark and in black and white. */
export function Shape({ shape }: { shape: ChartShape }) {
  switch (shape.type) {
    case 'rect':
      return <Area shape={shape} />
    case 'text':
      return <Words shape={shape} />
    case 'line': {
      const { x1, y1, x2, y2, weight, dashed } = shape
      return (
        <line
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          stroke="currentColor"
          strokeWidth={weight}
          strokeDasharray={dashed ? '3 2' : undefined}
        />
      )
    }
    case 'path':
      return (
        <>
          <polyline
            points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')}
            fill="none"
            stroke="currentColor"
            strokeWidth={1.5}
          />
          {shape.points.map(({ x, y }) => (
            <circle
              key={x}
              cx={x}
              cy={y}
              r={2.2}
              fill="var(--desk-palette-background-paper)"
              stroke="currentColor"
              strokeWidth={1.2}
            />
          ))}
        </>
      )
  }
}

function Area({ shape }: { shape: RectShape }) {
  const { x, y, w, h, fill } = shape
  const lines = hatching(shape).map(({ x1, y1, x2, y2 }) => `M${x1} ${y1}L${x2} ${y2}`)
  const ground = fill === 'solid' ? 'currentColor' : 'var(--desk-palette-background-paper)'
  return (
    <>
      <rect x={x} y={y} width={w} height={h} fill={ground} stroke="currentColor" strokeWidth={0.8} />
      {lines.length > 0 && <path d={lines.join('')} stroke="currentColor" strokeWidth={0.7} />}
    </>
  )
}

function Words({ shape }: { shape: TextShape }) {
  const { x, y, text, anchor, size, bold } = shape
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize={size}
      fontWeight={bold ? 600 : undefined}
      fill="currentColor"
    >
      {text}
    </text>
  )
}
