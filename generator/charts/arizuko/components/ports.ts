import { type AdapterName, channels, mostAccounts } from "../platforms.ts";

/**
 * The ports of the pod, which all daemons share. timed takes 8080 and cannot be told otherwise, so nothing else may.
 * Sources: seed 003, step 4 (authd and runed); reference arizuko.md, sections 0.1 and 4.6.
 */
export const ports = {
  timed: 8080,
  authd: 8081,
  runed: 8082,
  routd: 8083,
  onbod: 8084,
  dashd: 8085,
  webd: 8086,
  proxyd: 8087,
  vited: 8088,
  davd: 8089,
  speech: 8880,
  ttsd: 8881,
} as const;

export type DaemonName = keyof typeof ports;

/** Where a daemon answers others in the pod. */
export const urlOfDaemon = (name: DaemonName): string => `http://127.0.0.1:${ports[name]}`;

const firstAdapterPort = 9000;

/** The port of an adapter's first account; the next ones follow. */
export const adapterPort = (name: AdapterName): number =>
  firstAdapterPort + Object.keys(channels).indexOf(name) * mostAccounts;
