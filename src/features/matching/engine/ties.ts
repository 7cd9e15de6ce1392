/**
 * The last step of the objective: among all equally good matchings the one that gives the mentees, in the order of their
 * ids, the mentors with the lowest ids. So the answer depends on neither the order of the lists nor the solver.
 */
import { componentsOf } from './components.ts';
import { ReverseSearch } from './residual.ts';
import type { Flow, Transport } from './transport.ts';
import { lastGain } from './transport.ts';

/** Changes the flow in place; the prices hold for every optimal flow and stay. */
export function settleTies(transport: Transport, flow: Flow): void {
  const { wants, mentee, mentor } = transport;
  const { tight, from, to } = freeExchanges(transport, flow);
  const component = componentsOf(from, to);
  /** An edge that lies on no circle of exchanges is in all equally good matchings, or in none. */
  const isOpen = new Uint8Array(mentee.length);
  const isTied = new Uint8Array(wants.length);
  for (const e of tight) {
    const [i, j] = [mentee[e]!, mentor[e]!];
    if (component[i] === component[wants.length + j]) isOpen[e] = isTied[i] = 1;
  }
  const first = isTied.indexOf(1);
  if (first < 0) return;
  const search = searchFrom(first, transport, flow);
  for (let i = first; i < wants.length; i++) {
    if (isTied[i]) settleMentee(i, { transport, flow, search, isOpen });
    search.frozen[i] = 1;
  }
}

/** Those before have what they have. */
function searchFrom(first: number, transport: Transport, flow: Flow): ReverseSearch {
  const search = new ReverseSearch(transport, flow);
  search.limit = 0; // only exchanges that cost nothing
  search.frozen.fill(1, 0, first);
  search.fixed.fill(1, 0, transport.rowStart[first]);
  return search;
}

interface Settling {
  readonly transport: Transport;
  readonly flow: Flow;
  readonly search: ReverseSearch;
  /** 1 for edges that an exchange could bring in, or take out. */
  readonly isOpen: Uint8Array;
}

function settleMentee(i: number, { transport, flow, search, isOpen }: Settling): void {
  const { rowStart, mentor } = transport;
  let isSearched = false;
  for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
    if (!flow.used[e]) {
      if (!isOpen[e]) continue;
      if (!isSearched) searchAll(search, i);
      isSearched = true;
      if (search.distance[transport.wants.length + mentor[e]!] !== 0) continue;
      search.exchange(e);
    }
    search.fixed[e] = 1;
    isSearched = false;
  }
}

function searchAll(search: ReverseSearch, mentee: number): void {
  search.begin(mentee);
  while (search.next() >= 0);
}

interface Exchanges {
  /** Edges that cost nothing to bring in or to give up, as far as they go. */
  readonly tight: readonly number[];
  /** As `componentsOf` takes them. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Who could take a place from whom at no cost, as a graph (see `ReverseSearch`; here forward): mentees, then mentors, then
 * whatever is outside. Which of its edges lie on a circle depends on the prices alone, so it holds through all exchanges.
 */
function freeExchanges(transport: Transport, flow: Flow): Exchanges {
  const { wants, capacity, first, further, mentee, mentor, weight } = transport;
  const { used, menteeLoad, mentorLoad, menteePrice, mentorPrice } = flow;
  const outside = wants.length + capacity.length;
  const [tight, start, end]: [number[], number[], number[]] = [[], [], []];
  const lead = (from: number, to: number): void => {
    start.push(from);
    end.push(to);
  };
  for (let e = 0; e < mentee.length; e++) {
    if (menteePrice[mentee[e]!]! + mentorPrice[mentor[e]!]! !== weight[e]) continue;
    tight.push(e);
    const [i, j] = [mentee[e]!, wants.length + mentor[e]!];
    if (used[e]) lead(j, i);
    else lead(i, j);
  }
  for (let i = 0; i < wants.length; i++) {
    const gain = menteeLoad[i]! > 0 ? further : first[i]!;
    if (menteeLoad[i]! < wants[i]! && gain + menteePrice[i]! === 0) lead(outside, i);
    if (menteeLoad[i]! > 0 && lastGain(transport, flow, i) + menteePrice[i]! === 0) lead(i, outside);
  }
  for (let j = 0; j < capacity.length; j++) {
    if (mentorLoad[j]! > 0 && mentorPrice[j] === 0) lead(outside, wants.length + j);
    if (mentorLoad[j]! < capacity[j]!) lead(wants.length + j, outside);
  }
  return { tight, ...rowsOf(outside + 1, start, end) };
}

function rowsOf(nodes: number, start: readonly number[], end: readonly number[]): Omit<Exchanges, 'tight'> {
  const from = new Int32Array(nodes + 1);
  for (const x of start) from[x + 1]!++;
  for (let x = 0; x < nodes; x++) from[x + 1]! += from[x]!;
  const next = from.slice();
  const to = new Int32Array(end.length);
  for (let k = 0; k < end.length; k++) to[next[start[k]!]!++] = end[k]!;
  return { from, to };
}
