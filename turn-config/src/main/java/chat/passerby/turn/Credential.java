package chat.passerby.turn;

/// What a browser presents to a TURN server. Immutable; the password does not print.
public record Credential(String username, String password) {
    @Override
    public String toString() {
        return "Credential[" + username + "]";
    }
}
