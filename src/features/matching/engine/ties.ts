/**
 * The last step of the objective: among all equally good matchings the one that gives the mentees, in the order of their
 * ids, the mentors with the lowest ids. So the answer depends on neither the order of the lists nor the solver.
 */
import { ReverseSearch } from './residual.ts';
import type { Flow, Transport } from './transport.ts';

/** Changes the flow in place; the prices hold for every optimal flow and stay. */
export function settleTies(transport: Transport, flow: Flow): void {
  const search = new ReverseSearch(transport, flow);
  search.limit = 0; // only exchanges that cost nothing
  for (let i = 0; i < transport.wants.length; i++) {
    settleMentee(i, transport, flow, search);
    search.frozen[i] = 1;
  }
}

function settleMentee(i: number, transport: Transport, flow: Flow, search: ReverseSearch): void {
  const { rowStart, mentor, weight } = transport;
  let isSearched = false;
  for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
    if (!flow.used[e]) {
      if (flow.menteePrice[i]! + flow.mentorPrice[mentor[e]!]! !== weight[e]) continue;
      if (!isSearched) Array.from(search.waysTo(i));
      isSearched = true;
      if (search.distance[transport.wants.length + mentor[e]!] !== 0) continue;
      search.exchange(e);
    }
    search.fixed[e] = 1;
    isSearched = false;
  }
}
