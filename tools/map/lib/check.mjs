// What must hold of world.json whatever the cuts.
import { fromDeltas } from "./encode.mjs";
import { crossingArcs, ringPoints } from "./topology.mjs";
import { ringArea } from "./cut.mjs";
import { distanceToPolygon, insidePolygon } from "./plane.mjs";

/** { problems: [text], summary: text } of a parsed world.json of `bytes` bytes. */
export function checkWorld(world, bytes, { ids, max_bytes }) {
  const problems = [];
  const arcs = world.arcs.map(fromDeltas);
  const uses = arcs.map(() => new Set());
  const times = arcs.map(() => 0);
  const seen = new Set();
  let before = "";
  let rings = 0;
  for (const t of world.territories) {
    if (seen.has(t.id)) problems.push(`${t.id} stands twice`);
    if (t.id <= before) problems.push(`${t.id} is out of order`);
    before = t.id;
    seen.add(t.id);
    if (t.rings.length === 0 && !t.marker) problems.push(`${t.id} has neither land nor marker`);
    const polygons = t.rings.map((polygon) => polygon.map((ring) => {
      rings++;
      if (ring.length === 0 || ring.some((index) => !arcs[index < 0 ? ~index : index])) {
        problems.push(`${t.id}: a ring is empty or names an arc that does not exist`);
        return [[0, 0], [0, 0]];
      }
      for (const index of ring) {
        const i = index < 0 ? ~index : index;
        uses[i].add(t.id);
        times[i]++;
      }
      for (let k = 0; k + 1 < ring.length; k++) {
        const end = (index, last) => {
          const arc = arcs[index < 0 ? ~index : index];
          return arc[(index < 0) === last ? 0 : arc.length - 1];
        };
        const [a, b] = [end(ring[k], true), end(ring[k + 1], false)];
        if (a[0] !== b[0] || a[1] !== b[1]) problems.push(`${t.id}: a ring breaks between its arcs`);
      }
      const points = ringPoints(ring, arcs);
      const [first, last] = [points[0], points[points.length - 1]];
      if (first[0] !== last[0] || first[1] !== last[1]) problems.push(`${t.id}: a ring is open`);
      if (points.length < 4 || ringArea(points) === 0) problems.push(`${t.id}: a ring has no area`);
      return points;
    }));
    if (polygons.length > 0) {
      if (!polygons.some((p) => insidePolygon(t.label, p)) && !t.marker) problems.push(`${t.id}: label outside`);
      const near = Math.min(...polygons.map((p) => distanceToPolygon(t.capital, p)));
      if (near > 60) problems.push(`${t.id}: capital ${Math.round(near)} units outside`);
    }
  }
  for (const id of ids) if (!seen.has(id)) problems.push(`${id} is missing`);
  for (const id of seen) if (!ids.includes(id)) problems.push(`${id} is not in territories.json`);
  uses.forEach((set, i) => {
    if (set.size === 0) problems.push(`arc ${i} is not used`);
    if (times[i] > 2) problems.push(`arc ${i} is used ${times[i]} times`);
    if (times[i] === 2 && set.size === 1) problems.push(`arc ${i} is used twice by ${[...set]}: a line within`);
  });
  const touching = new Set();
  for (const set of uses) if (set.size === 2) touching.add([...set].sort().join(" "));
  const listed = new Set(world.neighbours.map((pair) => pair.join(" ")));
  for (const pair of touching) if (!listed.has(pair)) problems.push(`${pair} share a border and are not neighbours`);
  const crossed = crossingArcs(arcs);
  if (crossed.size > 0) {
    const who = new Set([...crossed].flatMap((i) => [...uses[i]]));
    problems.push(`${crossed.size} arcs cross: ${[...who].sort().join(" ")}`);
  }
  if (bytes > max_bytes) problems.push(`${bytes} bytes, more than ${max_bytes}`);
  const points = arcs.reduce((sum, arc) => sum + arc.length, 0);
  const markers = world.territories.filter((t) => t.marker).length;
  const summary = `${world.territories.length} territories (${markers} with marker), ${rings} rings, ${arcs.length} arcs, `
    + `${uses.filter((s) => s.size === 2).length} shared, ${points} points, ${world.neighbours.length} pairs of neighbours, ${bytes} bytes`;
  return { problems, summary };
}
