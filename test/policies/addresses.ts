import { BlockList } from "node:net";

/** Networks that are nobody's on the internet: RFC 1918, RFC 6598 and RFC 4193. */
const privateNetworks = blockList("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

/** Where clouds hand out credentials of machines, by their own documentation, and link-local addresses as a whole. */
const metadata = blockList(
  ...["169.254.0.0/16", "168.63.129.16/32", "100.100.100.200/32"],
  ...["fe80::/10", "fd00:ec2::/32", "fd20:ce::254/128"],
);

/** One of each kind of address that policies may tell apart. */
export const addresses = {
  "a public address": "203.0.113.10",
  "a public IPv6 address": "2001:db8::10",
  "an address in 10/8": "10.1.2.3",
  "an address in 172.16/12": "172.20.1.2",
  "an address in 192.168/16": "192.168.1.2",
  "a shared address": "100.64.1.2",
  "a private IPv6 address": "fd12::1",
  "metadata of AWS, Google and Azure": "169.254.169.254",
  "metadata of Azure": "168.63.129.16",
  "metadata of Alibaba": "100.100.100.200",
  "metadata of AWS by IPv6": "fd00:ec2::254",
  "metadata of Google by IPv6": "fd20:ce::254",
  "credentials of EKS": "169.254.170.23",
  "a link-local IPv6 address": "fe80::1",
} as const;

export function isMetadata(address: string): boolean {
  return metadata.check(address, family(address));
}

export function isPublic(address: string): boolean {
  return !isMetadata(address) && !privateNetworks.check(address, family(address));
}

/** Whether an address is within a network. */
export function isWithin(address: string, network: string): boolean {
  return blockList(network).check(address, family(address));
}

function blockList(...networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits = ""] = network.split("/");
    list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

function family(address: string): "ipv4" | "ipv6" {
  return address.includes(":") ? "ipv6" : "ipv4";
}
