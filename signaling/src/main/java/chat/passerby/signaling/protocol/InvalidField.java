package chat.passerby.signaling.protocol;

/// A field out of its bounds. The message names field and rule, never the value; [Codec] turns it into a refusal.
final class InvalidField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InvalidField(String field, String rule) {
        super(field + " " + rule);
    }
}
