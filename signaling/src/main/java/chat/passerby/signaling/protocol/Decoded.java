package chat.passerby.signaling.protocol;

import org.jspecify.annotations.Nullable;

/// What became of a client's text. Immutable.
public sealed interface Decoded {
    /// A message that holds to every bound.
    record Valid(ClientMessage message) implements Decoded {}

    /// A text that is not one.
    ///
    /// @param code   what is wrong: `malformed`, `unknown-type`, `unknown-field` or `invalid`
    /// @param about  the message type, where it could be read
    /// @param detail names the field and the rule, never the content
    record Invalid(Refusal code, @Nullable String about, String detail) implements Decoded {}
}
