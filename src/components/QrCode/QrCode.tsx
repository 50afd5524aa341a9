import styles from './QrCode.module.css'

interface QrCodeProps {
  /** The modules of the code, row by row, with the quiet zone round them; true is dark. */
  readonly modules: readonly (readonly boolean[])[]
  /** What it leads to, for who cannot see it. */
  readonly name: string
}

/** A QR code (ISO/IEC 18004), dark on light in every theme, since many readers take no other. */
export function QrCode({ modules, name }: QrCodeProps) {
  const size = modules.length
  const path = modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={name}
      shapeRendering="crispEdges"
    >
      <rect className={styles.light} width={size} height={size} />
      <path className={styles.dark} d={path} />
    </svg>
  )
}
