// A modified page: it looks for every way although it should not, and tells every address that it finds, as it is and in
// disguise: in candidates and in descriptions.
() => {
  const found = [];
  const told = [];

  const disguises = (candidate) => [
    candidate,
    candidate.toUpperCase().replace("CANDIDATE:", "candidate:"),
    candidate.replaceAll(" ", "\t"),
    candidate.replaceAll(" ", "  "),
    candidate.replace(/typ \w+/, "typ relay"),
    candidate.replace(/typ \w+/, "typ prflx"),
    candidate.replace(/ udp .*? typ/, (all) => all.replace(/\d+\.\d+\.\d+\.\d+/, "::ffff:$&")),
  ];

  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(settings) {
      super({ ...settings, iceTransportPolicy: "all" });
      this.addEventListener("icecandidate", ({ candidate }) => {
        if (candidate && candidate.type !== "relay") found.push(candidate.toJSON());
      });
    }
    setConfiguration(settings) {
      super.setConfiguration({ ...settings, iceTransportPolicy: "all" });
    }
  };

  const send = WebSocket.prototype.send;
  const inDescription = (sdp) =>
    sdp.replace(/a=ice-ufrag/, found.map(({ candidate }) => `a=${candidate}\r\n`).join("") + "a=ice-ufrag");
  WebSocket.prototype.send = function (text) {
    const message = JSON.parse(text);
    if (message.sdp) return send.call(this, JSON.stringify({ ...message, sdp: inDescription(message.sdp) }));
    send.call(this, text);
    if (message.type !== "candidate" || told.length > 40) return;
    for (const { candidate, sdpMid, sdpMLineIndex } of found.splice(0)) {
      for (const disguise of disguises(candidate)) {
        told.push(candidate);
        send.call(this, JSON.stringify({ ...message, candidate: disguise, sdpMid, sdpMLineIndex }));
      }
    }
  };

  window.tellsEverything = { told: (type) => told.filter((one) => one.includes(`typ ${type}`)).length };
}
