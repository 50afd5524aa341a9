/** What the tests use of packages that bring no types. */
declare module 'citeproc' {
  interface System {
    retrieveLocale(language: string): string
    retrieveItem(id: string): unknown
  }
  class Engine {
    constructor(system: System, style: string, language: string, isForced: boolean)
    updateItems(ids: readonly string[]): void
    setOutputFormat(format: 'html' | 'text'): void
    makeBibliography(): [parameters: unknown, entries: string[]]
  }
  const CSL: { readonly Engine: typeof Engine }
  export = CSL
}

declare module '@citation-js/core' {
  export const plugins: {
    readonly input: { chain(input: string, options: { forceType: string; generateGraph: boolean }): unknown[] }
  }
}

declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
