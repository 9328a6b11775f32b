// Colours that stay apart for everybody (after Okabe and Ito, darkened until they stand out from white), each with a dash and a sign of its own, so that none is needed.
export const ink = "#0b0c0c";
export const quiet = "#484949";
const colours = ["#0072b2", "#b84a00", "#00795a", "#9d4a7a", "#333333"];
const dashes = [null, "7 3", "2 3", "10 3 2 3", "4 2"];

export const signs = ["circle", "square", "triangle", "diamond", "star"];
export const colourOf = i => colours[i % colours.length];
export const dashOf = i => dashes[(i + Math.floor(i / colours.length)) % dashes.length];
export const text = { fontFamily: "system-ui, arial, sans-serif", fontSize: 14, fill: ink };

const space = "http://www.w3.org/2000/svg";
export function el(name, attributes = {}, ...children) {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// A text cut to about so many pixels.
export const cut = (words, pixels) => words.length * 7.2 <= pixels ? words : `${words.slice(0, Math.max(3, Math.floor(pixels / 7.2) - 1))}…`;
