package chat.passerby.signaling.lobby;

import chat.passerby.signaling.protocol.Mode;
import chat.passerby.signaling.protocol.Relaxed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What someone in the line is told.
///
/// @param online   visitors in this lane, sampled
/// @param estimate seconds that waits took lately, `null` where too few were seen
public record Outlook(Mode mode, int online, @Nullable Integer estimate, List<Relaxed> relaxed) {}
