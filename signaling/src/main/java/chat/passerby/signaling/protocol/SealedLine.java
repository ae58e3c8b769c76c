package chat.passerby.signaling.protocol;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/// A line of chat as a tab keeps it: words, place and the server's seal over them.
///
/// @param from whose seat said it
/// @param line the sender's line id
/// @param at   when the server relayed it, milliseconds since 1970
/// @param seal the server's HMAC over (room, seat, line id, time, text)
public record SealedLine(
        Side from,
        @Min(1) int line,
        @Min(0) long at,
        @Size(min = 1, max = Bounds.TEXT) String text,
        @Size(min = 1, max = Bounds.SEAL) String seal) {
    public SealedLine {
        Check.atLeast("line", line, 1);
        Check.atLeast("at", at, 0);
        Check.text("text", text, Bounds.TEXT);
        Check.code("seal", seal, 1, Bounds.SEAL);
    }
}
