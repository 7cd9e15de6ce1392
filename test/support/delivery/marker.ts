/** What a message of these trials says of itself, so that its receiver can tell which one it is, for whom, and who sent it. */

export interface Marker {
  readonly message: string;
  readonly personId: string;
  /** The process that sent it. */
  readonly pid: number;
  /** Real time at which it was asked for. */
  readonly asked: number;
}

export const writeMarker = ({ message, personId, pid, asked }: Marker): string =>
  `marker ${message} ${personId} ${pid} ${asked} end`;

export function readMarker(text: string): Marker | undefined {
  const [, message = '', personId = '', pid, asked] = /marker (\S+) (\S+) (\d+) (\d+) end/.exec(text) ?? [];
  return message === '' ? undefined : { message, personId, pid: Number(pid), asked: Number(asked) };
}
