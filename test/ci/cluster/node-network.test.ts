import { BlockList } from "node:net";
import { describe, expect, test } from "vitest";
import { nodeNetwork } from "../../../ci/cluster/node-network.ts";

const forTests = new BlockList();
forTests.addSubnet("198.18.0.0", 15);

/** Digests of folders fall everywhere, so that many show what all do. */
const networks = Array.from({ length: 500 }, (_, index) => nodeNetwork(`/work/${index}/.cluster/local`));

describe("the networks of clusters in different folders", () => {
  test("are each four addresses set aside for tests, both ends in the middle", () => {
    for (const { machineAddress, nodeAddress } of networks) {
      const own = new BlockList();
      own.addSubnet(machineAddress, 30);
      expect(own.check(nodeAddress), `${machineAddress} ${nodeAddress}`).toBe(true);
      expect([lastByte(machineAddress) % 4, lastByte(nodeAddress) % 4]).toEqual([1, 2]);
      expect(forTests.check(machineAddress), machineAddress).toBe(true);
    }
  });

  test("have interface names that Linux takes", () => {
    for (const { interface: name } of networks) expect(name.length).toBeLessThanOrEqual(15);
  });

  test("differ", () => {
    expect(new Set(networks.map((network) => network.interface)).size).toBe(networks.length);
    expect(new Set(networks.map(({ nodeAddress }) => nodeAddress)).size).toBeGreaterThan(networks.length - 15);
  });
});

function lastByte(address: string): number {
  return Number(address.split(".").at(-1));
}
