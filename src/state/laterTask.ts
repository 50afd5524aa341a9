/**
 * Returns a function that asks for `act` to be done in a task of its own, once however often it is asked before that. By a
 * message, which comes on time in a hidden page too, where timers wait.
 */
export function laterTask(act: () => void): () => void {
  let isWaiting = false
  return () => {
    if (isWaiting) return
    isWaiting = true
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      isWaiting = false
      port1.close()
      act()
    })
    port1.start()
    port2.postMessage(null)
  }
}
