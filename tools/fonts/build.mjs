// Copies the fonts of the game from their npm packages to assets/fonts and checks which letters they have.
import { copyFileSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import opentype from "opentype.js";

const here = dirname(fileURLToPath(import.meta.url));
const from = join(here, "node_modules/@expo-google-fonts");
const to = join(here, "../../assets/fonts");
const MOST_BYTES = 3 * 1024 * 1024;

const FONTS = [
  ["league-spartan", "600SemiBold/LeagueSpartan_600SemiBold.ttf", "LeagueSpartan-SemiBold.ttf"],
  ["league-spartan", "700Bold/LeagueSpartan_700Bold.ttf", "LeagueSpartan-Bold.ttf"],
  ["lato", "400Regular/Lato_400Regular.ttf", "Lato-Regular.ttf"],
  ["lato", "700Bold/Lato_700Bold.ttf", "Lato-Bold.ttf"],
  ["noto-sans", "400Regular/NotoSans_400Regular.ttf", "NotoSans-Regular.ttf"],
  ["noto-sans", "700Bold/NotoSans_700Bold.ttf", "NotoSans-Bold.ttf"],
  ["noto-sans-symbols-2", "400Regular/NotoSansSymbols2_400Regular.ttf", "NotoSansSymbols2-Regular.ttf"],
];
const LICENCES = [
  ["league-spartan", "OFL-LeagueSpartan.txt"],
  ["lato", "OFL-Lato.txt"],
  ["noto-sans", "OFL-NotoSans.txt"],
  ["noto-sans-symbols-2", "OFL-NotoSansSymbols2.txt"],
];
const SAMPLES = {
  "Western European": "àâäãåæçéèêëíîïñóôöõøœúùûüýÿßÀÉÖØÅ",
  "Central European": "ąćęłńśźżčďěňřšťůžáéíóőúűăâîșțđ",
  Turkish: "ğışİŞĞ",
  Vietnamese: "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
  Greek: "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψωάέήίόύώ",
  Cyrillic: "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўђћљњџ",
  Devanagari: "अकनमहिी",
  Typographic: "–—‘’“”„…·×±−≤≥≈°€£",
  Arrows: "→←↑↓",
  Signs: "▲▼▶◀■□●○◉★☆✕✖⚑⚔☭⌕⏸⏵⏩❚",
};

mkdirSync(to, { recursive: true });
let bytes = 0;
for (const [name, file] of LICENCES) copyFileSync(join(from, name, "LICENSE_FONT"), join(to, file));
for (const [name, path, file] of FONTS) {
  copyFileSync(join(from, name, path), join(to, file));
  bytes += statSync(join(to, file)).size;
  const data = readFileSync(join(to, file));
  const font = opentype.parse(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  const lacks = (text) => [...text].filter((c) => font.charToGlyphIndex(c) === 0);
  const report = Object.entries(SAMPLES).map(([script, text]) => {
    const missing = lacks(text);
    if (missing.length === 0) return `${script} yes`;
    return missing.length === [...text].length ? `${script} no` : `${script} lacks ${missing.join("")}`;
  });
  console.log(`${file}: ${report.join("; ")}`);
  const mustHave = { lato: ["Western European"], "noto-sans": ["Vietnamese", "Greek", "Cyrillic"] }[name] ?? [];
  for (const script of mustHave) {
    if (lacks(SAMPLES[script]).length > 0) {
      console.error(`problem: ${file} lacks ${script} letters`);
      process.exitCode = 1;
    }
  }
}
console.log(`${bytes} bytes in all`);
if (bytes > MOST_BYTES) {
  console.error(`problem: more than ${MOST_BYTES} bytes`);
  process.exitCode = 1;
}
