/** @param {string} [sizes] */
export async function measureBuilds(sizes) {
  void sizes
}
