// Every rule of the page: a State and an Event in, a State and Effects out. No clock, chance, socket or browser in here.
//
// landing       start text → waiting · start video → preview
// preview       go → waiting · text-instead → waiting (text) · back → landing
// waiting       matched → connecting | connected (text) · socket lost → server-away at the second attempt · stop → landing
// connecting    frame → connected · text-instead → connected · as connected otherwise
// connected     next, report, block → waiting · stop → landing · partner-left, no-room → partner-left (or waiting, where
//               the partner was asleep) · socket lost → reconnecting
// reconnecting  rejoined → connecting | connected · no-room → partner-left · next → waiting · stop → landing
// partner-left  next, countdown over → waiting · home, stop → landing
// server-away   welcome → waiting · stop → landing
// any           judged → told: a warning until `noted`; what one is sent away for, with the evicted that follows
// any           evicted, close 4003, 4004, 4006 → refused · close 4001 → replaced
// any           another lane → landing, and the page starts over
// refused       home → landing · sent away by a moderator: welcome → landing, for the measure is over or lifted
// replaced      use-here → reconnecting | landing

import type { TimerName } from "./effect";
import type { Event } from "./event";
import type { ServerMessage } from "./protocol.generated";
import type { State } from "./state";
import { inRoom } from "./state";
import { onBlocked, onFrameSent, onOwed, onRefused, onReported } from "./step/answers";
import { mend, onMediaTimer, onPartnerMedia, onPeer, onSignal } from "./step/call";
import * as care from "./step/care";
import * as chat from "./step/chat";
import { onClosed, onEvicted } from "./step/closed";
import { onBlock, onCountdown, onEscape, onNext, onReport, onStop, stopCountdown } from "./step/leave";
import * as judged from "./step/judged";
import * as link from "./step/link";
import { onBack, onGo, onMedia, onOpenMedia, onStart, onSwitch, onTextInstead } from "./step/media";
import { onInLine, onMatched, onNoRoom, onPartnerLeft, onRejoined } from "./step/meet";
import { andThen, stay, withRoom } from "./step/parts";
import { onIceServers, onPath, onPaths } from "./step/path";
import type { Step } from "./step/parts";
import { onChoice } from "./step/settings";
import { onLook, onShow, showing } from "./step/showing";
import { onAge, onDialog, onForget, onLane, onNetwork, onNoticeSeen, onVisible } from "./step/surroundings";
import { onAgain, onDeposited, onDepositTimer, onPrepared } from "./step/wait";

export function step(state: State, event: Event): Step {
  return showing(event.type === "begin" ? null : state, take(state, event));
}

function take(state: State, event: Event): Step {
  switch (event.type) {
    case "begin":
      return link.onBegin(state);
    case "adult":
    case "interests":
    case "language":
    case "role":
    case "choose-camera":
    case "choose-microphone":
    case "choose-speaker":
    case "original-sound":
    case "auto-next":
    case "esc-next":
    case "prefer":
      return onChoice(state, event);
    case "start":
      return onStart(state, event.mode);
    case "path":
      return onPath(state, event.path);
    case "go":
      return onGo(state, event.path);
    case "text-instead":
      return onTextInstead(state);
    case "back":
      return onBack(state);
    case "problem-retry":
    case "camera-resume":
      return onOpenMedia(state);
    case "camera":
      return onSwitch(state, { camera: event.on });
    case "microphone":
      return onSwitch(state, { microphone: event.on });
    case "show":
      return onShow(state, event.on);
    case "look":
      return onLook(state, event.on);
    case "media-open":
    case "media-problem":
    case "devices":
      return onMedia(state, event);
    case "chat":
      return care.onWritten(state, event);
    case "end-gently":
      return care.onEndGently(state, event.text);
    case "typed":
      return chat.onTyped(state);
    case "next":
      return onNext(state);
    case "stop":
      return onStop(state);
    case "escape":
      return onEscape(state);
    case "block":
      return onBlock(state);
    case "report":
      return onReport(state, event);
    case "auto-next-cancel":
      return stopCountdown(state);
    case "home":
      return link.onHome(state);
    case "use-here":
      return link.onUseHere(state);
    case "retry-now":
      return link.hurry(state);
    case "dialog":
      return onDialog(state, event.open);
    case "notice-seen":
      return onNoticeSeen(state);
    case "care-seen":
      return care.onSeen(state);
    case "helped":
      return care.onHelped(state);
    case "noted":
      return judged.onNoted(state);
    case "look-again":
      return judged.onLook(state);
    case "frame-sent":
      return onFrameSent(state, event);
    case "forget":
      return onForget(state);
    case "visible":
      return onVisible(state, event.visible);
    case "network":
      return onNetwork(state);
    case "lane":
      return onLane(state, event.lane);
    case "age":
      return onAge(state, event.token);
    case "socket-open":
      return link.onOpen(state);
    case "socket-closed":
      return onClosed(state, event.code);
    case "server":
      return onServer(link.heard(state), event.message);
    case "prepared":
      return onPrepared(state, event.n, event.sdp);
    case "description":
    case "candidate":
    case "connection":
    case "route":
    case "frame":
      return onPeer(state, event);
    case "silence":
      // The whole network may be gone: is the server there?
      return andThen(onPeer(state, event), link.ping);
    case "timer":
      return onTimer(state, event.name);
  }
}

function onServer(state: State, message: ServerMessage): Step {
  switch (message.type) {
    case "welcome":
      return link.onWelcome(state, message);
    case "paths":
      return onPaths(state, message);
    case "waiting":
      return onInLine(state, message);
    case "deposited":
      return onDeposited(state, message);
    case "matched":
      return onMatched(state, message);
    case "rejoined":
      return onRejoined(state, message);
    case "no-room":
      return onNoRoom(state, message);
    case "ice-servers":
      return onIceServers(state, message);
    case "ticket":
      return stay(
        inRoom(state) && state.room.id === message.room ? withRoom(state, { ticket: message.ticket }) : state,
      );
    case "offer":
    case "answer":
    case "candidate":
      return onSignal(state, message);
    case "chat":
      return chat.onChat(state, message);
    case "sealed":
      return chat.onSealed(state, message);
    case "received":
      return chat.onReceived(state, message);
    case "typing":
      return chat.onTyping(state, message);
    case "media":
      return onPartnerMedia(state, message);
    case "partner-away":
      return chat.onPartnerAway(state, message);
    case "partner-back":
      return chat.onPartnerBack(state, message);
    case "partner-left":
      return onPartnerLeft(state, message);
    case "reported":
      return onReported(state, message);
    case "blocked":
      return onBlocked(state, message);
    case "replaced":
      return link.onReplaced(state, message);
    case "judged":
      return judged.onJudged(state, message);
    case "evicted":
      return onEvicted(state, message);
    case "refused":
      return onRefused(state, message);
    case "stopped": // we rested without waiting for it
    case "pong":
      return stay(state);
  }
}

function onTimer(state: State, name: TimerName): Step {
  switch (name) {
    case "ping":
      return link.onPingTimer(state);
    case "pong":
      return link.onPongTimer(state);
    case "resume":
      return link.onResumeTimer(state);
    case "again":
      return onAgain(state);
    case "resend":
      return chat.onResend(state);
    case "owed":
      return onOwed(state);
    case "escape":
      return stay({ ...state, escArmed: false });
    case "typing":
      return stay(inRoom(state) ? withRoom(state, { partnerTyping: false }) : state);
    case "typing-said":
      return stay(inRoom(state) ? withRoom(state, { typingSaid: false }) : state);
    case "media":
      return onMediaTimer(state);
    case "unsteady":
      return mend(state);
    case "deposit":
      return onDepositTimer(state);
    case "countdown":
      return onCountdown(state);
    case "burst":
      return care.onBurstOver(state);
    case "minute":
      return care.onMinute(state);
    case "look-again":
      return judged.lookAgain(state);
    case "looked":
      return judged.onLooked(state);
  }
}
