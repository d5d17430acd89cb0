// Builds assets/map/world.json. Usage: node build.mjs [output folder]
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { makePlane, outline, graticule, unrollLongitude } from "./lib/project.mjs";
import { loadTerritories } from "./lib/source.mjs";
import { applyCut, densify } from "./lib/cut.mjs";
import { buildTopology, dropIslets, ringPoints, sharedEdges, simplify } from "./lib/topology.mjs";
import { placeLabel } from "./lib/label.mjs";
import { distanceToPolygon, polygonArea } from "./lib/plane.mjs";
import { checkWorld } from "./lib/check.mjs";
import { encode } from "./lib/encode.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(join(here, path), "utf8"));
const config = readJson("config.json");
const table = readJson("territories.json");
const plane = makePlane(config);

const source = createRequire(import.meta.url)("world-atlas/countries-50m.json");
const territories = loadTerritories(source, readJson("assign.json"), config.absorbed, config.central_meridian);
for (const file of readdirSync(join(here, "cuts")).sort()) {
  for (const cut of readJson(join("cuts", file))) applyCut(territories, cut);
}

const projected = new Map();
for (const [id, polygons] of territories) {
  projected.set(id, polygons.map((rings) => rings.map((ring) =>
    densify(ring, config.max_segment_degrees).map(([lon, lat]) => plane.project(lon, lat)))));
}
const visible = dropIslets(projected, sharedEdges(projected), config.min_islet_area);
const { arcs, rings } = simplify(buildTopology(visible), config.simplify_area);

const round = (p) => [Math.round(p[0]), Math.round(p[1])];
const squareKilometres = (plane.scale / 6371) ** 2; // map units² in one km²
const entries = table.map(({ id, lon, lat, area_km2 }) => {
  const capital = round(plane.project(unrollLongitude(lon, config.central_meridian), lat));
  const polygons = rings.get(id) ?? [];
  const drawn = polygons.map((polygon) => polygon.map((ring) => ringPoints(ring, arcs)));
  const areas = drawn.map(polygonArea);
  const area = drawn.length > 0 ? areas.reduce((a, b) => a + b) : Math.max(1, area_km2 * squareKilometres);
  const marker = area < config.marker_area;
  // The name goes on the biggest piece, the marker of scattered islets on the islet of the seat.
  const distances = drawn.map((polygon) => distanceToPolygon(capital, polygon));
  const best = marker ? distances.indexOf(Math.min(...distances)) : areas.indexOf(Math.max(...areas));
  const label = drawn.length > 0 ? placeLabel(drawn[best]) : { point: capital, angle: 0, width: 0 };
  return {
    id,
    rings: polygons,
    label: round(label.point),
    label_angle: marker ? 0 : label.angle,
    label_width: Math.round(label.width),
    area: Math.round(area),
    marker,
    capital,
  };
});

const users = new Map();
for (const { id, rings: polygons } of entries) {
  for (const index of polygons.flat(2)) {
    const i = index < 0 ? ~index : index;
    if (!users.has(i)) users.set(i, new Set());
    users.get(i).add(id);
  }
}
const pairs = new Set(config.extra_neighbours.map((pair) => [...pair].sort().join(" ")));
for (const set of users.values()) if (set.size === 2) pairs.add([...set].sort().join(" "));

const world = {
  format: 1,
  width: config.width,
  height: plane.height,
  arcs,
  outline: outline(plane, config).map(round),
  graticule: graticule(plane, config).map((line) => line.map(round)),
  territories: entries,
  neighbours: [...pairs].sort().map((pair) => pair.split(" ")),
};
const text = encode(world);
const { problems, summary } = checkWorld(JSON.parse(text), text.length, { ...config, ids: table.map((t) => t.id) });
console.log(summary);
const folder = resolve(process.argv[2] ?? join(here, "../../assets/map"));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "world.json"), text);
if (problems.length > 0) {
  for (const problem of problems) console.error(`problem: ${problem}`);
  process.exitCode = 1;
}
