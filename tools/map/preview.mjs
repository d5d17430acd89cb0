// Draws world.json for the eye. Usage: node preview.mjs out.png|out.svg [west,south,east,north] [pixels wide]
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromDeltas } from "./lib/encode.mjs";
import { makePlane, unrollLongitude } from "./lib/project.mjs";
import { ringPoints } from "./lib/topology.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const config = JSON.parse(readFileSync(join(here, "config.json"), "utf8"));
const world = JSON.parse(readFileSync(join(here, "../../assets/map/world.json"), "utf8"));
const [out, boxText, wideText] = process.argv.slice(2);
if (!out) throw new Error("usage: node preview.mjs out.png|out.svg [west,south,east,north] [pixels wide]");
const wide = Number(wideText ?? 1800);

let box = [0, 0, world.width, world.height];
if (boxText) {
  const [w, s, e, n] = boxText.split(",").map(Number);
  const plane = makePlane(config);
  const middle = unrollLongitude((w + e) / 2, config.central_meridian);
  const half = (e - w) / 2;
  const corners = [[middle - half, n], [middle + half, n], [middle - half, s], [middle + half, s]].map((c) => plane.project(...c));
  const xs = corners.map((c) => c[0]), ys = corners.map((c) => c[1]);
  box = [Math.min(...xs), Math.min(...ys), Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
}
const unit = box[2] / wide; // map units in one pixel
const arcs = world.arcs.map(fromDeltas);
const users = arcs.map(() => 0);
const colours = ["#B5382B", "#CF7A63", "#355E86", "#7E9CB6", "#7D9462", "#CDB27A", "#D9C7A0"];
const path = (points, close) => `M${points.map((p) => p.join(" ")).join("L")}${close ? "Z" : ""}`;

// Neighbours get different colours: the first free one in the order of ids.
const colour = new Map();
for (const { id } of world.territories) {
  const taken = new Set(world.neighbours.filter((p) => p.includes(id)).map((p) => colour.get(p[0] === id ? p[1] : p[0])));
  const start = (id.charCodeAt(0) * 7 + id.charCodeAt(1) * 3 + id.charCodeAt(2)) % colours.length;
  const order = colours.map((_, i) => colours[(start + i) % colours.length]);
  colour.set(id, order.find((c) => !taken.has(c)) ?? order[0]);
}

const fills = [];
const texts = [];
for (const t of world.territories) {
  const d = t.rings.flat().map((ring) => path(ringPoints(ring, arcs).slice(0, -1), true)).join("");
  for (const index of t.rings.flat(2)) users[index < 0 ? ~index : index]++;
  fills.push(`<path d="${d}" fill="${colour.get(t.id)}" fill-rule="evenodd"/>`);
  const [x, y] = t.label;
  if (t.marker) fills.push(`<circle cx="${x}" cy="${y}" r="${3 * unit}" fill="${colour.get(t.id)}" stroke="#2B2924" stroke-width="${unit}"/>`);
  fills.push(`<circle cx="${t.capital[0]}" cy="${t.capital[1]}" r="${1.5 * unit}" fill="#2B2924"/>`);
  const size = Math.max(9 * unit, Math.min(40 * unit, t.label_width / 4));
  texts.push(`<text transform="translate(${x} ${y}) rotate(${t.label_angle})" font-size="${size}" text-anchor="middle" dy="0.35em" fill="#2B2924">${t.id}</text>`);
}
const coast = arcs.filter((_, i) => users[i] === 1).map((a) => path(a)).join("");
const inner = arcs.filter((_, i) => users[i] > 1).map((a) => path(a)).join("");
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${Math.round(box[3] / unit)}" viewBox="${box.map(Math.round).join(" ")}" font-family="League Spartan" font-weight="700">
<rect x="${box[0]}" y="${box[1]}" width="${box[2]}" height="${box[3]}" fill="#2A2C2B"/>
<path d="${path(world.outline, true)}" fill="#A9BDB8"/>
<path d="${world.graticule.map((l) => path(l)).join("")}" fill="none" stroke="#94AAA6" stroke-width="${unit}"/>
${fills.join("\n")}
<path d="${inner}" fill="none" stroke="#F1E8D3" stroke-width="${unit}"/>
<path d="${coast}" fill="none" stroke="#2B2924" stroke-width="${unit * 0.8}"/>
${texts.join("\n")}
</svg>
`;
if (out.endsWith(".svg")) writeFileSync(out, svg);
else {
  const { Resvg } = await import("@resvg/resvg-js");
  const fonts = join(here, "../../assets/fonts");
  const options = { font: { fontDirs: [fonts], loadSystemFonts: false, defaultFontFamily: "League Spartan" } };
  writeFileSync(out, new Resvg(svg, options).render().asPng());
}
