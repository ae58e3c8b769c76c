package chat.passerby.signaling.protocol;

/// A field out of its bounds. The message names field and rule, never the value; [Codec] and [Bodies] turn it into a
/// refusal.
public final class InvalidField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidField(String field, String rule) {
        super(field + " " + rule);
    }
}
