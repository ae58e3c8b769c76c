// Generated from the Java records of chat.passerby.signaling.protocol. Do not edit: a test fails on drift.

export type Eviction = "moderation" | "closing";
export type Mode = "text" | "video";
export type NoRoom = "left" | "asleep" | "ended" | "expired" | "used" | "invalid";
export type Parting = "left" | "lost" | "asleep" | "ended";
export type Reason =
  | "minor"
  | "sexual"
  | "intimate-image"
  | "harassment"
  | "hate"
  | "threat"
  | "self-harm"
  | "spam"
  | "other";
export type Refusal =
  | "malformed"
  | "unknown-type"
  | "unknown-field"
  | "invalid"
  | "hello-first"
  | "hello-twice"
  | "version"
  | "unknown-lane"
  | "unknown-token"
  | "too-fast"
  | "busy"
  | "draining"
  | "other-room"
  | "in-room"
  | "text-only"
  | "too-many-candidates"
  | "line-gap"
  | "unknown-room"
  | "bad-seal"
  | "reported"
  | "storage";
export type Relaxed = "interests" | "language" | "role" | "partner";
export type Role = "chat" | "talk" | "listen";
export type Side = "a" | "b";
export type Start = "mine" | "theirs" | "none";

export interface IceServer {
  urls: string[];
  username?: string;
  credential?: string;
}

export interface Resume {
  token: string;
  ticket?: string;
  received: number;
  negotiation: number;
}

export interface SealedLine {
  from: Side;
  line: number;
  at: number;
  text: string;
  seal: string;
}

export interface ClientHello {
  type: "hello";
  versions: number[];
  browserKey?: string;
  lane?: string;
  resume?: Resume;
}

export interface ClientFind {
  type: "find";
  mode: Mode;
  role: Role;
  interests: string[];
  languages: string[];
}

export interface ClientNext {
  type: "next";
  room: string;
}

export interface ClientStop {
  type: "stop";
}

export interface ClientHere {
  type: "here";
  room: string;
}

export interface ClientDeposit {
  type: "deposit";
  n: number;
  sdp: string;
}

export interface ClientOffer {
  type: "offer";
  room: string;
  negotiation: number;
  sdp: string;
}

export interface ClientAnswer {
  type: "answer";
  room: string;
  negotiation: number;
  sdp: string;
}

export interface ClientCandidate {
  type: "candidate";
  room: string;
  negotiation: number;
  candidate: string;
  sdpMid?: string;
  sdpMLineIndex?: number;
  usernameFragment?: string;
}

export interface ClientChat {
  type: "chat";
  room: string;
  line: number;
  text: string;
}

export interface ClientReceived {
  type: "received";
  room: string;
  line: number;
}

export interface ClientTyping {
  type: "typing";
  room: string;
}

export interface ClientMedia {
  type: "media";
  room: string;
  microphone: boolean;
  camera: boolean;
  shown: boolean;
}

export interface ClientReport {
  type: "report";
  room: string;
  reason: Reason;
  note?: string;
  lines: SealedLine[];
}

export interface ClientBlock {
  type: "block";
  room: string;
}

export interface ClientPing {
  type: "ping";
}

export type ClientMessage =
  | ClientHello
  | ClientFind
  | ClientNext
  | ClientStop
  | ClientHere
  | ClientDeposit
  | ClientOffer
  | ClientAnswer
  | ClientCandidate
  | ClientChat
  | ClientReceived
  | ClientTyping
  | ClientMedia
  | ClientReport
  | ClientBlock
  | ClientPing;

export interface ServerWelcome {
  type: "welcome";
  version: number;
  build: string;
  alias: string;
  token: string;
  browserKey: string;
  resumed: boolean;
  online: number;
}

export interface ServerWaiting {
  type: "waiting";
  mode: Mode;
  online: number;
  estimate?: number;
  relaxed: Relaxed[];
  iceServers?: IceServer[];
}

export interface ServerDeposited {
  type: "deposited";
  n: number;
}

export interface ServerMatched {
  type: "matched";
  room: string;
  side: Side;
  mode: Mode;
  partner: string;
  partnerRole: Role;
  polite: boolean;
  negotiation: number;
  shared: string[];
  again: boolean;
  start: Start;
  n?: number;
  offer?: string;
  iceServers?: IceServer[];
  ticket: string;
}

export interface ServerRejoined {
  type: "rejoined";
  room: string;
  side: Side;
  mode: Mode;
  partner: string;
  partnerRole: Role;
  polite: boolean;
  negotiation: number;
  here: boolean;
  iceServers?: IceServer[];
  ticket: string;
}

export interface ServerNoRoomLeft {
  type: "no-room";
  reason: NoRoom;
}

export interface ServerTicket {
  type: "ticket";
  room: string;
  ticket: string;
}

export interface ServerOffer {
  type: "offer";
  room: string;
  negotiation: number;
  sdp: string;
}

export interface ServerAnswer {
  type: "answer";
  room: string;
  negotiation: number;
  sdp: string;
}

export interface ServerCandidate {
  type: "candidate";
  room: string;
  negotiation: number;
  candidate: string;
  sdpMid?: string;
  sdpMLineIndex?: number;
  usernameFragment?: string;
}

export interface ServerChat {
  type: "chat";
  room: string;
  line: number;
  at: number;
  text: string;
  seal: string;
}

export interface ServerSealed {
  type: "sealed";
  room: string;
  line: number;
  at: number;
  seal: string;
}

export interface ServerReceived {
  type: "received";
  room: string;
  line: number;
}

export interface ServerTyping {
  type: "typing";
  room: string;
}

export interface ServerMedia {
  type: "media";
  room: string;
  microphone: boolean;
  camera: boolean;
  shown: boolean;
}

export interface ServerPartnerAway {
  type: "partner-away";
  room: string;
  seconds: number;
}

export interface ServerPartnerBack {
  type: "partner-back";
  room: string;
  negotiation: number;
  received: number;
}

export interface ServerPartnerLeft {
  type: "partner-left";
  room: string;
  reason: Parting;
}

export interface ServerReported {
  type: "reported";
  room: string;
  receipt: string;
}

export interface ServerBlocked {
  type: "blocked";
  room: string;
}

export interface ServerEvicted {
  type: "evicted";
  reason: Eviction;
}

export interface ServerRefused {
  type: "refused";
  code: Refusal;
  about?: string;
  detail: string;
  retryAfter?: number;
}

export interface ServerPong {
  type: "pong";
}

export type ServerMessage =
  | ServerWelcome
  | ServerWaiting
  | ServerDeposited
  | ServerMatched
  | ServerRejoined
  | ServerNoRoomLeft
  | ServerTicket
  | ServerOffer
  | ServerAnswer
  | ServerCandidate
  | ServerChat
  | ServerSealed
  | ServerReceived
  | ServerTyping
  | ServerMedia
  | ServerPartnerAway
  | ServerPartnerBack
  | ServerPartnerLeft
  | ServerReported
  | ServerBlocked
  | ServerEvicted
  | ServerRefused
  | ServerPong;
