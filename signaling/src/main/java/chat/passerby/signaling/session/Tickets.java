package chat.passerby.signaling.session;

import chat.passerby.signaling.protocol.NoRoom;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Seals room tickets and opens them again. Encrypted, not only signed (AES-256-GCM, NIST SP 800-38D): a ticket names
/// the partner's browser, and a tab must not be able to recognise it next time. Immutable; any thread.
public final class Tickets {
    /// How long a ticket is good.
    public static final Duration VALID = Duration.ofMinutes(5);
    /// How often a room's tickets are renewed.
    public static final Duration RENEWED = Duration.ofMinutes(2);

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Secrets secrets;

    public Tickets(Secrets secrets) {
        this.secrets = secrets;
    }

    /// What opening a ticket gives.
    public sealed interface Opened {
        record Good(RoomTicket ticket) implements Opened {}

        record Bad(NoRoom reason) implements Opened {}
    }

    public String issue(RoomTicket ticket) {
        byte[] nonce = Base64.getUrlDecoder().decode(Secrets.random(NONCE * 8));
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, JSON.writeValueAsBytes(ticket));
        byte[] all = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, all, nonce.length, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// Opens what a tab presents.
    ///
    /// @param token what was presented with it
    /// @param now   milliseconds since 1970
    public Opened open(String text, String token, long now) {
        RoomTicket ticket;
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length <= NONCE) return new Opened.Bad(NoRoom.INVALID);
            byte[] opened =
                    crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), Arrays.copyOfRange(all, NONCE, all.length));
            ticket = JSON.readValue(opened, RoomTicket.class);
        } catch (IllegalArgumentException | IllegalStateException | JacksonException notOurs) {
            return new Opened.Bad(NoRoom.INVALID);
        }
        if (!ticket.token().equals(Secrets.hash(token))) return new Opened.Bad(NoRoom.INVALID);
        if (now - ticket.issued() > VALID.toMillis()) return new Opened.Bad(NoRoom.EXPIRED);
        return new Opened.Good(ticket);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secrets.ticketKey(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException notOurs) {
            throw new IllegalStateException("not a ticket of ours", notOurs);
        }
    }
}
