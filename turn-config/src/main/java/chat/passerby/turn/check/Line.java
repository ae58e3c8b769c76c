package chat.passerby.turn.check;

/// One line of a diagnosis. Immutable; it holds no password.
///
/// @param about  the address of the server, or its name
/// @param what   was looked at
/// @param seen   as it is
/// @param means  what that means, if it is not plain
/// @param change which setting to change, if one
public record Line(String about, What what, Mark mark, String seen, String means, String change) {
    /// What is looked at, in the order of looking.
    public enum What {
        NAME("name"),
        ADDRESS("address"),
        CERTIFICATE("certificate"),
        STRANGERS("strangers"),
        PASSWORD("password"),
        OLD_PASSWORD("old password"),
        RELAY("relaying"),
        PORTS("relay ports"),
        PEERS("forbidden peers"),
        QUOTA("quota");

        private final String text;

        What(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
