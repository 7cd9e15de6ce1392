/** Strongly connected components (Tarjan, SIAM Journal on Computing 1, 1972), without recursion. */

/**
 * Nodes are 0 up to, without, `from.length - 1`; node x leads to `to[from[x]]` up to, without, `to[from[x + 1]]`. Gives each node
 * the number of its component: two nodes have the same one when each can be reached from the other.
 */
export function componentsOf(from: Int32Array, to: Int32Array): Int32Array {
  const nodes = from.length - 1;
  const component = new Int32Array(nodes).fill(-1);
  /** When a node was found (0: not yet), and the earliest one that is known to be reachable from it. */
  const found = new Int32Array(nodes);
  const earliest = new Int32Array(nodes);
  const next = from.slice(0, nodes);
  const [open, path] = [new Int32Array(nodes), new Int32Array(nodes)];
  let [time, openCount, components] = [0, 0, 0];
  const enter = (node: number): void => {
    found[node] = earliest[node] = ++time;
    open[openCount++] = node;
  };
  for (let root = 0; root < nodes; root++) {
    if (found[root]) continue;
    enter(root);
    path[0] = root;
    for (let depth = 0; depth >= 0;) {
      const node = path[depth]!;
      if (next[node]! < from[node + 1]!) {
        const other = to[next[node]!++]!;
        if (!found[other]) {
          enter(other);
          path[++depth] = other;
        } else if (component[other] === -1) earliest[node] = Math.min(earliest[node]!, found[other]!);
        continue;
      }
      if (earliest[node] === found[node]) {
        do component[open[--openCount]!] = components;
        while (open[openCount] !== node);
        components++;
      }
      if (--depth >= 0) earliest[path[depth]!] = Math.min(earliest[path[depth]!]!, earliest[node]!);
    }
  }
  return component;
}
