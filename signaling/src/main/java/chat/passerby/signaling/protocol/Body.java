package chat.passerby.signaling.protocol;

/// What became of the body of a request. Immutable.
public sealed interface Body<T> {
    /// The record that was asked for.
    record Valid<T>(T value) implements Body<T> {}

    /// Something else.
    ///
    /// @param detail names the field and the rule, never the content
    record Invalid<T>(String detail) implements Body<T> {}
}
