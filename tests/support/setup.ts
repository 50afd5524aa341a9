import '@testing-library/jest-dom/vitest'
import { format } from 'node:util'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import './jsdomGaps.ts'

// A view that is loaded when it is asked for may take its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

/** What the console was told since the last test, as the reader of a log would see it. */
const messages: string[] = []

for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => {
    messages.push(`console.${level}: ${format(...parts)}`)
  }
}

afterEach(() => {
  cleanup()
  const said = messages.splice(0)
  if (said.length > 0) throw new Error(`The console should have stayed empty:\n${said.join('\n')}`)
})
