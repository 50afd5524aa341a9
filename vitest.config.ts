import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [react()],
  test: {
    // Only what hangs is ended: how fast something is, is measured in bench/, and no test fails for a slow machine.
    testTimeout: 60_000,
    // Else one core is left for the watcher that nobody waits for.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/*.test.ts', 'tests/{domain,state,build,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      {
        extends: true,
        test: {
          name: 'component',
          environment: 'jsdom',
          include: ['tests/*.test.tsx', 'tests/{components,views,platform}/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/setup.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'prerender', environment: 'node', include: ['tests/prerender/**/*.test.{ts,tsx}'] },
      },
    ],
  },
})
