package chat.passerby.signaling.moderation.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// Locks what goes into the database and opens it again (AES-256-GCM, NIST SP 800-38D). What was locked for one place
/// opens in no other: nobody can move one person's words into another's report. Immutable; any thread.
public final class Vault {
    /// So that an older key can be told when keys change.
    private static final byte VERSION = 1;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public Vault(SecretKey key) {
        this.key = key;
    }

    /// Where something lies.
    ///
    /// @param column table and column
    /// @param row    its id
    public record Place(String column, long row) {
        private byte[] bytes() {
            return (column + " " + row).getBytes(StandardCharsets.UTF_8);
        }
    }

    public byte[] lock(Place place, byte[] open) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, nonce, place, open, 0);
        if (locked == null) throw new IllegalStateException("encryption cannot fail");
        return ByteBuffer.allocate(1 + NONCE + locked.length)
                .put(VERSION)
                .put(nonce)
                .put(locked)
                .array();
    }

    public byte[] lock(Place place, String open) {
        return lock(place, open.getBytes(StandardCharsets.UTF_8));
    }

    /// Empty, if it was locked with another key, or for another place, or was changed.
    public Optional<byte[]> open(Place place, byte[] locked) {
        if (locked.length < 1 + NONCE + TAG || locked[0] != VERSION) return Optional.empty();
        byte[] nonce = new byte[NONCE];
        System.arraycopy(locked, 1, nonce, 0, NONCE);
        return Optional.ofNullable(crypt(Cipher.DECRYPT_MODE, nonce, place, locked, 1 + NONCE));
    }

    /// The text that was locked here; `null` where nothing was, or it does not open.
    public @Nullable String text(Place place, byte @Nullable [] locked) {
        if (locked == null) return null;
        return open(place, locked)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null);
    }

    private byte @Nullable [] crypt(int mode, byte[] nonce, Place place, byte[] bytes, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(place.bytes());
            return cipher.doFinal(bytes, from, bytes.length - from);
        } catch (AEADBadTagException notOurs) {
            return null;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
