import { binding } from "../../../expressions/binding.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { sum } from "../../../expressions/number.ts";
import type { MapReference } from "../../../expressions/reference.ts";
import { trimPrefix } from "../../../expressions/text.ts";
import { countedEntriesOf, type EntryOf, withBindings } from "../../../template/each.ts";
import type { Declaration } from "../../../values/declaration.ts";
import { type AdapterName, channels } from "../platforms.ts";
import { given } from "../values.ts";
import { adapterPort } from "./ports.ts";

const { adapters } = given;

/** One account of an adapter, to loop over. */
export interface Account<Item> extends EntryOf<Item> {
  /** What tells it from the adapter's first: nothing for that one, `-support` for the channel `telegram-support`. */
  readonly suffix: Expression<string>;
  /** Where it listens. */
  readonly port: Expression<number>;
}

function accountsOf<Item extends Declaration>(name: AdapterName, map: MapReference<Item>): Account<Item> {
  const entry = countedEntriesOf(map, "account");
  const suffix = binding("suffix", trimPrefix(entry.key, channels[name]));
  const port = binding("port", sum(adapterPort(name), entry.index));
  return { ...withBindings(entry, suffix, port), suffix: suffix.reference, port: port.reference };
}

/** The accounts of each adapter. */
export const accounts = {
  teled: accountsOf("teled", adapters.teled.accounts),
  slakd: accountsOf("slakd", adapters.slakd.accounts),
  discd: accountsOf("discd", adapters.discd.accounts),
  mastd: accountsOf("mastd", adapters.mastd.accounts),
  bskyd: accountsOf("bskyd", adapters.bskyd.accounts),
  reditd: accountsOf("reditd", adapters.reditd.accounts),
  emaid: accountsOf("emaid", adapters.emaid.accounts),
  linkd: accountsOf("linkd", adapters.linkd.accounts),
  whapd: accountsOf("whapd", adapters.whapd.accounts),
  twitd: accountsOf("twitd", adapters.twitd.accounts),
} as const;
