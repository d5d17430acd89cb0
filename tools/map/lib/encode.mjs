// The file as text: one line an arc and a territory, so that a change is readable in a diff; arcs as deltas.

/** First point absolute, every further one as difference to the point before. */
export function deltas(points) {
  return points.map(([x, y], i) => (i === 0 ? [x, y] : [x - points[i - 1][0], y - points[i - 1][1]]));
}

/** The inverse of `deltas`. */
export function fromDeltas(steps) {
  let x = 0, y = 0;
  return steps.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

export function encode(world) {
  const lines = (items) => (items.length === 0 ? "[]" : `[\n${items.map((i) => JSON.stringify(i)).join(",\n")}\n]`);
  return `{"format":${world.format},"width":${world.width},"height":${world.height},
"outline":${JSON.stringify(world.outline)},
"graticule":${lines(world.graticule)},
"territories":${lines(world.territories)},
"neighbours":${lines(world.neighbours)},
"arcs":${lines(world.arcs.map(deltas))}
}
`;
}
