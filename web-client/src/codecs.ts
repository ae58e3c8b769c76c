// Which picture codecs a call may use.

/// VP8 first, H264 where it has to be; VP9 first would double the time to the first picture, and what is never chosen
/// only makes the offer longer.
export function preferCodecs(transceiver: RTCRtpTransceiver): void {
  const all = RTCRtpReceiver.getCapabilities("video")?.codecs ?? [];
  const named = (...names: string[]): RTCRtpCodec[] =>
    all.filter(({ mimeType }) => names.includes(mimeType.slice("video/".length).toLowerCase()));
  const wanted = [...named("vp8"), ...named("h264")];
  if (wanted.length > 0) transceiver.setCodecPreferences?.([...wanted, ...named("rtx", "red", "ulpfec", "flexfec-03")]);
}
