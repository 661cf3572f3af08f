/** Clock, the one source of time: UTC milliseconds. Tests set it. */
export interface Clock {
  now(): number;
}
