import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkWorld } from "../lib/check.mjs";
import { deltas, fromDeltas } from "../lib/encode.mjs";
import { placeLabel } from "../lib/label.mjs";
import { distanceToPolygon, insidePolygon, polygonArea } from "../lib/plane.mjs";
import { makePlane, unrollLongitude } from "../lib/project.mjs";
import { buildTopology, crossingArcs, ringPoints, simplify } from "../lib/topology.mjs";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const config = JSON.parse(read("../config.json"));
const ids = JSON.parse(read("../territories.json")).map((t) => t.id);
const text = read("../../../assets/map/world.json");

test("the committed map holds", () => {
  const { problems } = checkWorld(JSON.parse(text), Buffer.byteLength(text), { ...config, ids });
  assert.deepEqual(problems, []);
});

test("the check notices a broken map", () => {
  const problems = (change) => {
    const world = JSON.parse(text);
    change(world);
    return checkWorld(world, text.length, { ...config, ids }).problems.join("\n");
  };
  assert.match(problems((w) => w.territories.push(w.territories[0])), /stands twice/);
  assert.match(problems((w) => w.territories.pop()), /ZWE is missing/);
  assert.match(problems((w) => { w.territories[1].rings[0][0].pop(); }), /: a ring is (open|empty)/);
  assert.match(problems((w) => { w.neighbours = []; }), /not neighbours/);
});

test("every atom that history needs is there, and no whole beside its parts", () => {
  const there = new Set(ids);
  for (const id of "DDR FRG WBL SAA VDR RVN YAR ADN MLY SRW SBH WIR KGD TGK ZAN ISM BSM RYU FCM BCM FMO SMO ESH POI SIK TGB CZN TIB TWN XKX GUF GLP MTQ REU TUV GIB".split(" ")) assert.ok(there.has(id), id);
  for (const id of "DEU VNM YEM MYS TZA SOM CMR MAR".split(" ")) assert.ok(!there.has(id), id);
});

test("the plane is true to area", () => {
  const plane = makePlane(config);
  const cell = (lon, lat) => polygonArea([[[lon, lat], [lon + 1, lat], [lon + 1, lat + 1], [lon, lat + 1], [lon, lat]].map((p) => plane.project(...p))]);
  const sphere = (lat) => Math.sin(((lat + 1) * Math.PI) / 180) - Math.sin((lat * Math.PI) / 180);
  const ratio = cell(20, 0) / sphere(0);
  for (const [lon, lat] of [[100, 60], [-90, -40], [11, 75]]) assert.ok(Math.abs(cell(lon, lat) / sphere(lat) / ratio - 1) < 0.01);
});

test("longitudes unroll around the central meridian", () => {
  assert.equal(unrollLongitude(-170, 11.5), 190);
  assert.equal(unrollLongitude(-168, 11.5), -168);
});

test("deltas come back", () => {
  const arc = [[10, 20], [13, 18], [13, 25]];
  assert.deepEqual(deltas(arc), [[10, 20], [3, -2], [0, 7]]);
  assert.deepEqual(fromDeltas(deltas(arc)), arc);
});

test("simplifying keeps the shared border one arc", () => {
  const wave = Array.from({ length: 21 }, (_, i) => [100 + (i % 2), i * 10]);
  const left = [[0, 0], ...wave, [0, 200], [0, 0]];
  const right = [[200, 0], [200, 200], ...[...wave].reverse(), [200, 0]];
  const { arcs, rings } = simplify(buildTopology(new Map([["LLL", [[left]]], ["RRR", [[right]]]])), 50);
  const uses = new Map();
  for (const polygons of rings.values()) for (const i of polygons.flat(2)) uses.set(i < 0 ? ~i : i, (uses.get(i < 0 ? ~i : i) ?? 0) + 1);
  assert.deepEqual([...uses.values()].sort(), [1, 1, 2]);
  const shared = [...uses].find(([, n]) => n === 2)[0];
  assert.ok(arcs[shared].length < 21);
  const [l, r] = [...rings.values()].map((polygons) => polygonArea(polygons[0].map((ring) => ringPoints(ring, arcs))));
  assert.equal(l + r, 200 * 200);
});

test("crossing arcs are found", () => {
  assert.equal(crossingArcs([[[0, 0], [10, 10]], [[0, 10], [10, 0]]]).size, 2);
  assert.equal(crossingArcs([[[0, 0], [10, 10]], [[10, 10], [20, 0]]]).size, 0);
});

test("a name lies in its polygon, along a long one", () => {
  const tilted = [[[0, 0], [100, 60], [95, 70], [-5, 10], [0, 0]]];
  const label = placeLabel(tilted);
  assert.ok(insidePolygon(label.point, tilted));
  assert.equal(label.angle, 30);
  assert.equal(distanceToPolygon([0, -7], [[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]), 7);
});
