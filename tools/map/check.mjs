// Checks the committed assets/map/world.json. Usage: node check.mjs [world.json]
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkWorld } from "./lib/check.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(join(here, path), "utf8"));
const text = readFileSync(process.argv[2] ?? join(here, "../../assets/map/world.json"), "utf8");
const ids = readJson("territories.json").map((t) => t.id);
const { problems, summary } = checkWorld(JSON.parse(text), text.length, { ...readJson("config.json"), ids });
console.log(summary);
for (const problem of problems) console.error(`problem: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
