package chat.passerby.signaling.config;

/// A value that breaks its key's rule. The message is the rule, and follows the key's name: "must be …".
final class Unfit extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Unfit(String rule) {
        super(rule);
    }
}
