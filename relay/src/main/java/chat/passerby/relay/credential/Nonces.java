package chat.passerby.relay.credential;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Nonces that need no memory: each holds the second in which it was made, and an HMAC over that and whom it was made
/// for. Who overhears one has ten minutes and the address of the other to use it. Short, for it goes to strangers.
/// Immutable, for any thread.
public final class Nonces {
    private static final String HMAC = "HmacSHA256";
    private static final long GOOD_FOR = 600;
    private static final int KEY = 32;
    private static final int TIME = 4;
    private static final int MAC = 8;
    /// What they look like: sixteen characters.
    private static final Base64.Encoder FORM = Base64.getUrlEncoder().withoutPadding();

    private final SecretKeySpec key;

    public Nonces(RandomGenerator chance) {
        byte[] random = new byte[KEY];
        chance.nextBytes(random);
        key = new SecretKeySpec(random, HMAC);
    }

    public byte[] make(InetSocketAddress client, Now now) {
        return make(client, (int) (now.millis() / 1_000));
    }

    boolean fresh(byte[] nonce, InetSocketAddress client, Now now) {
        byte[] plain;
        try {
            plain = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        if (plain.length != TIME + MAC) return false;
        int made = ByteBuffer.wrap(plain).getInt();
        int age = (int) (now.millis() / 1_000) - made;
        return age >= 0 && age <= GOOD_FOR && MessageDigest.isEqual(make(client, made), nonce);
    }

    private byte[] make(InetSocketAddress client, int second) {
        byte[] ip = client.getAddress().getAddress();
        ByteBuffer text = ByteBuffer.allocate(TIME + 2 + ip.length);
        text.putInt(second).putShort((short) client.getPort()).put(ip);
        ByteBuffer nonce = ByteBuffer.allocate(TIME + MAC);
        return FORM.encode(
                nonce.putInt(second).put(Arrays.copyOf(hmac(text.array()), MAC)).array());
    }

    private byte[] hmac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
