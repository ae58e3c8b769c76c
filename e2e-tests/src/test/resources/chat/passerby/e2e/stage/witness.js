// Put into every page before its own scripts run. It looks, listens and counts, and changes nothing that the page does.
() => {
  const find = (id) => document.querySelector(`[data-testid="${id}"]`);
  const remote = () => find("remote-video");

  addEventListener("securitypolicyviolation", (event) =>
    console.error(`the page's policy (${event.effectiveDirective}) forbids ${event.blockedURI || "inline code"}`),
  );

  // How often the page asked for camera or microphone.
  let asked = 0;
  if (navigator.mediaDevices) {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = (wanted) => {
      asked++;
      return ask(wanted);
    };
  }

  // The peer connections of this page.
  const calls = [];
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...settings) {
      super(...settings);
      calls.push(this);
      this.addEventListener("track", ({ track }) => peeping && peep(track));
    }
  };

  // The pairs of addresses between which packets can go, as the browser found them. The one in use counts whatever its
  // state: Chromium calls it in-progress while the answer to its latest check, one of many in a call, is on the way.
  const ways = async (call) => {
    const all = new Map(await call.getStats());
    const kind = (id) => all.get(id)?.candidateType ?? "";
    const used = [...all.values()].find((one) => one.type === "transport")?.selectedCandidatePairId;
    return [...all.values()]
      .filter((one) => one.type === "candidate-pair" && (one.state === "succeeded" || one.id === used))
      .map((pair) => ({
        here: kind(pair.localCandidateId),
        there: kind(pair.remoteCandidateId),
        by: all.get(pair.localCandidateId)?.relayProtocol ?? "",
        used: pair.id === used,
      }));
  };

  // When each picture of the partner was shown.
  let pictures = [];
  let watched = null;
  new MutationObserver(() => {
    const video = remote();
    if (video === watched) return;
    watched = video;
    const shown = (now) => {
      if (video !== watched) return;
      pictures.push(now);
      video.requestVideoFrameCallback(shown);
    };
    video?.requestVideoFrameCallback(shown);
  }).observe(document, { childList: true, subtree: true });

  // The middle of the partner's picture, as "red,green,blue"; nothing while there is none.
  const canvas = new OffscreenCanvas(1, 1);
  const paint = canvas.getContext("2d", { willReadFrequently: true });
  const color = () => {
    const video = remote();
    if (!video?.videoWidth || video.paused) return "";
    paint.drawImage(video, video.videoWidth / 4, video.videoHeight / 4, 64, 64, 0, 0, 1, 1);
    return paint.getImageData(0, 0, 1, 1).data.slice(0, 3).join();
  };

  // What really comes from the partner, whatever the page makes of it: of each picture when it came and how sharp the
  // right half of it is, from 0 to 1; and the sound.
  let peeping = false;
  let peeped = [];
  let overheard = null;
  const line = new OffscreenCanvas(128, 1).getContext("2d", { willReadFrequently: true });
  const sharpness = (picture) => {
    const { displayWidth: width, displayHeight: height } = picture;
    line.drawImage(picture, width * 0.55, height * 0.6, width * 0.4, 2, 0, 0, 128, 1);
    const { data } = line.getImageData(0, 0, 128, 1);
    const greens = Array.from({ length: 128 }, (_, i) => data[4 * i + 1]);
    const steps = greens.slice(8).map((green, i) => Math.abs(green - greens[i]));
    return steps.reduce((sum, step) => sum + step, 0) / steps.length / 255;
  };
  const peep = async (track) => {
    if (track.kind === "audio") return (overheard = track);
    const pictures = new MediaStreamTrackProcessor({ track }).readable.getReader();
    for (let next = await pictures.read(); !next.done; next = await pictures.read()) {
      peeped.push({ at: performance.now(), sharp: sharpness(next.value) });
      next.value.close();
    }
  };

  // The loudest tone in a track, in hertz; 0 while it is silent.
  let hearing = null;
  const tone = (track) => {
    if (!track) return 0;
    if (hearing?.track !== track) {
      const context = hearing?.context ?? new AudioContext();
      const analyser = new AnalyserNode(context, { fftSize: 16384, smoothingTimeConstant: 0 });
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      hearing = { context, track, analyser };
    }
    const { analyser, context } = hearing;
    const loudness = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(loudness);
    const peak = loudness.indexOf(Math.max(...loudness));
    return loudness[peak] < -60 ? 0 : (peak * context.sampleRate) / analyser.fftSize;
  };

  // The loudest tone in what the partner's picture plays.
  const hertz = () => {
    const video = remote();
    return !video || video.muted || video.paused || video.volume === 0 ? 0 : tone(video.srcObject?.getAudioTracks()[0]);
  };

  window.witness = {
    find,
    color,
    hertz,
    peep: () => (peeping = true),
    overheard: () => tone(overheard),
    // How many pictures came since then, and how sharp the sharpest of them is.
    peeped: (since) => peeped.filter(({ at }) => at > since).length,
    sharpest: (since) => Math.max(0, ...peeped.filter(({ at }) => at > since).map(({ sharp }) => sharp)),
    asked: () => asked,
    text: (id) => find(id)?.innerText ?? "",
    root: (name) => document.getElementById("app")?.dataset[name] ?? "",
    now: () => performance.now(),
    ways: async () => {
      const call = calls.findLast((one) => one.connectionState === "connected");
      return JSON.stringify(call ? await ways(call) : []);
    },
    // From the match to the partner's first picture, in milliseconds; nothing before it.
    firstPicture: () => {
      const [matched, first] = ["matched", "first-remote-frame"].map((name) => performance.getEntriesByName(name)[0]);
      return first ? first.startTime - matched.startTime : "";
    },
    lastPicture: () => pictures.at(-1) ?? 0,
    // The longest time without a new picture between then and now, in milliseconds.
    longestFreeze: (since) => {
      const times = [since, ...pictures.filter((at) => at > since), performance.now()];
      return Math.max(...times.slice(1).map((at, i) => at - times[i]));
    },
    lines: () =>
      JSON.stringify(
        [...document.querySelectorAll('[data-testid="chat-line"]')].map((line) => ({
          from: line.dataset.from,
          number: Number(line.dataset.line),
          state: line.dataset.state,
          text: line.textContent,
          // Beside the one that the page puts around every stranger's words.
          elements: line.querySelectorAll("*").length - line.querySelectorAll(":scope > bdi").length,
        })),
      ),
    // What slides or fades has arrived; what moves for ever may.
    still: async () => {
      await new Promise(requestAnimationFrame);
      const passing = document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(passing.map((one) => one.finished));
    },
    pressAt: (id, moment) => setTimeout(() => find(id)?.click(), moment - Date.now()),
  };
}
