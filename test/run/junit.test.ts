import { expect, test } from "vitest";
import { casesOfJunit } from "./junit.ts";

const report = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="some" tests="5">
    <properties><property name="version" value="1"></property></properties>
    <testcase name="passes" time="0.1"></testcase>
    <testcase name="fails"><failure message="Failed" type="">expected 1&#xA;&#x9;to be &lt;2&gt;</failure></testcase>
    <testcase name="breaks"><error message="Error" type="">no such template</error></testcase>
    <testcase name="is skipped"><skipped message="no network"></skipped></testcase>
    <testcase name="is skipped without a reason"><skipped message=""></skipped></testcase>
  </testsuite>
</testsuites>`;

test("every case of a JUnit report, with the reason in one line", () => {
  expect(casesOfJunit(report, "a_test.yaml")).toEqual([
    { name: "a_test.yaml > passes", outcome: "passed" },
    { name: "a_test.yaml > fails", outcome: "failed", reason: "expected 1 to be <2>" },
    { name: "a_test.yaml > breaks", outcome: "failed", reason: "no such template" },
    { name: "a_test.yaml > is skipped", outcome: "skipped", reason: "no network" },
    {
      name: "a_test.yaml > is skipped without a reason",
      outcome: "failed",
      reason: "it is skipped without saying why",
    },
  ]);
});

test("a report without cases has none", () => {
  expect(casesOfJunit('<testsuites><testsuite name="" tests="0"></testsuite></testsuites>', "a_test.yaml")).toEqual([]);
});
