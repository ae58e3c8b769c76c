package chat.passerby.signaling.moderation;

import org.jspecify.annotations.Nullable;

/// A report that was stored. Immutable.
///
/// @param receipt for the reporter, to ask later what became of it
/// @param upload  with which one frame can be sent within two minutes; `null` where none was asked for, or none is
/// taken
public record Filed(Code receipt, CaseId id, @Nullable Code upload) {}
