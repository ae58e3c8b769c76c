package chat.passerby.turn.check;

import chat.passerby.turn.Credential;
import java.util.function.Supplier;
import org.ice4j.StunException;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.ErrorCodeAttribute;
import org.ice4j.attribute.NonceAttribute;
import org.ice4j.attribute.RealmAttribute;
import org.ice4j.attribute.RequestedTransportAttribute;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.LongTermCredential;
import org.ice4j.security.LongTermCredentialSession;
import org.jspecify.annotations.Nullable;

/// A TURN client (RFC 8656) with long-term credentials (RFC 8489, section 9.2). Confined to a thread.
final class Client {
    static final int UNAUTHORIZED = 401;
    private static final int STALE_NONCE = 438;

    private final Link link;
    private @Nullable LongTermCredentialSession session;

    /// @param link whose owner closes it
    Client(Link link) {
        this.link = link;
    }

    /// Takes user name and password for all that follows.
    ///
    /// @param refusal names the realm, and a nonce
    void logIn(Credential credential, Response refusal) throws Failure {
        if (!(refusal.getAttribute(Attribute.REALM) instanceof RealmAttribute realm))
            throw new Failure(Outcome.NOT_TURN);
        session = new LongTermCredentialSession(
                new LongTermCredential(credential.username(), credential.password()), realm.getRealm());
        link.keys().registerAuthority(session);
        renew(session, refusal);
    }

    private static void renew(LongTermCredentialSession session, Response refusal) throws Failure {
        if (!(refusal.getAttribute(Attribute.NONCE) instanceof NonceAttribute nonce))
            throw new Failure(Outcome.NOT_TURN);
        session.setNonce(nonce.getNonce());
    }

    /// Asks for a relayed address.
    Response allocate() throws Failure, InterruptedException {
        return ask(() -> MessageFactory.createAllocateRequest(RequestedTransportAttribute.UDP, false));
    }

    /// Gives the relayed address back. No answer is as good as any: it would be given back by the clock.
    void release() throws InterruptedException {
        try {
            ask(() -> MessageFactory.createRefreshRequest(0));
        } catch (Failure itIsOverAnyway) {
            // the server's own timer remains
        }
    }

    private Response ask(Supplier<Request> request) throws Failure, InterruptedException {
        @Nullable LongTermCredentialSession signer = session;
        if (signer == null) return link.ask(request.get());
        Response answer = link.ask(signed(request.get(), signer));
        if (error(answer) != STALE_NONCE) return answer;
        renew(signer, answer);
        return link.ask(signed(request.get(), signer));
    }

    private static Request signed(Request request, LongTermCredentialSession signer) {
        try {
            signer.addAttributes(request);
            return request;
        } catch (StunException e) {
            throw new IllegalStateException("user name, realm and nonce are there", e);
        }
    }

    /// 0 for none.
    static int error(Response answer) {
        return answer.getAttribute(Attribute.ERROR_CODE) instanceof ErrorCodeAttribute error ? error.getErrorCode() : 0;
    }
}
