// Stand-ins for two people's cameras, drawn: only in the gallery.

function stream(wall: string, cloth: string, skin: string, hair: string, wide: number): MediaStream {
  const canvas = document.createElement("canvas");
  canvas.width = wide;
  canvas.height = 480;
  const pen = canvas.getContext("2d");
  const draw = () => {
    if (pen === null) return;
    const middle = wide / 2 + Math.sin(Date.now() / 900) * 6;
    pen.fillStyle = wall;
    pen.fillRect(0, 0, wide, 480);
    pen.fillStyle = "#ffffff22";
    pen.fillRect(wide * 0.7, 40, wide * 0.2, 180);
    pen.fillStyle = cloth;
    pen.beginPath();
    pen.ellipse(middle, 500, 190, 170, 0, 0, 7);
    pen.fill();
    pen.fillStyle = skin;
    pen.fillRect(middle - 34, 260, 68, 100);
    pen.beginPath();
    pen.ellipse(middle, 220, 82, 104, 0, 0, 7);
    pen.fill();
    pen.fillStyle = hair;
    pen.beginPath();
    pen.ellipse(middle, 165, 94, 76, 0, Math.PI, 0);
    pen.fill();
  };
  draw();
  setInterval(draw, 66);
  return canvas.captureStream(15);
}

export const theirs = () => stream("#8fa39b", "#f4efe6", "#c98f6d", "#2c2320", 854);
export const mine = () => stream("#d9c7a8", "#39506b", "#e8bd9b", "#7a4a2b", 640);
