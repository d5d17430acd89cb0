import assert from "node:assert/strict";
import { test } from "node:test";
import { applyCut, crossing, densify, insertCrossings, restoreVertices, ringArea } from "../lib/cut.mjs";

const square = (x, y, size) => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
const edges = (polygons) => new Set(polygons.flat().flatMap((ring) =>
  ring.slice(1).map((p, i) => [`${ring[i]}`, `${p}`].sort().join(" "))));
const area = (polygons) => polygons.reduce((sum, p) => sum + Math.abs(ringArea(p[0])), 0);

test("a crossing does not depend on the direction of either segment", () => {
  const [a, b, c, d] = [[0, 0], [3, 1], [1, -1], [2, 2]];
  const p = crossing(a, b, c, d);
  for (const other of [crossing(b, a, c, d), crossing(a, b, d, c), crossing(b, a, d, c)]) assert.deepEqual(other, p);
  assert.equal(crossing([0, 0], [1, 0], [0, 1], [1, 1]), null);
});

test("crossings come in order along the ring", () => {
  const ring = insertCrossings(square(0, 0, 4), [[1, -1], [1, 5], [3, 5], [3, -1], [1, -1]]);
  assert.deepEqual(ring.slice(0, 4), [[0, 0], [1, 0], [3, 0], [4, 0]]);
  assert.equal(ringArea(ring), 16);
});

test("vertices on a straight side come back", () => {
  assert.deepEqual(restoreVertices([[0, 0], [4, 0], [4, 4], [0, 0]], [[1, 0], [3, 0], [2, 1]]).slice(0, 4),
    [[0, 0], [1, 0], [3, 0], [4, 0]]);
});

test("a cut keeps the area and shares its line, and the neighbour gets the crossing too", () => {
  const territories = new Map([["AAA", [[square(0, 0, 2)]]], ["BBB", [[square(2, 0, 2)]]]]);
  applyCut(territories, { from: ["AAA"], to: "CCC", line: [[-1, 1.1], [2.5, 0.9]], around: [[2.5, 3], [-1, 3]] });
  assert.deepEqual([...territories.keys()], ["AAA", "BBB", "CCC"]);
  assert.ok(Math.abs(area(territories.get("AAA")) + area(territories.get("CCC")) - 4) < 1e-5);
  assert.ok(Math.abs(area(territories.get("BBB")) - 4) < 1e-5);
  const [a, b, c] = ["AAA", "BBB", "CCC"].map((id) => edges(territories.get(id)));
  assert.equal([...a].filter((e) => c.has(e)).length, 1);
  assert.equal([...a].filter((e) => b.has(e)).length, 1);
  assert.equal([...c].filter((e) => b.has(e)).length, 1);
});

test("a piece joins a territory that is already there", () => {
  const territories = new Map([["AAA", [[square(0, 0, 2)]]], ["BBB", [[square(2, 0, 2)]]]]);
  applyCut(territories, { from: ["AAA"], to: "BBB", line: [[1, -1], [1, 3]], around: [[3, 3], [3, -1]] });
  assert.equal(territories.get("BBB").length, 1);
  assert.ok(Math.abs(area(territories.get("BBB")) - 6) < 1e-5);
});

test("a cut that moves nothing is an error", () => {
  const territories = new Map([["AAA", [[square(0, 0, 2)]]]]);
  const cut = { from: ["AAA"], to: "BBB", line: [[5, 5], [6, 5], [6, 6]], around: [] };
  assert.throws(() => applyCut(territories, cut), /no land/);
  assert.throws(() => applyCut(territories, { ...cut, from: ["XXX"] }), /no territory XXX/);
});

test("long sides are split the same way from both sides", () => {
  const there = densify([[0, 0], [5, 2.5]], 1);
  const back = densify([[5, 2.5], [0, 0]], 1);
  assert.deepEqual(there, back.reverse());
  assert.equal(there.length, 7);
});
