package chat.passerby.turn.check;

import chat.passerby.turn.Credential;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.ice4j.StunException;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.attribute.Attribute;
import org.ice4j.attribute.DataAttribute;
import org.ice4j.attribute.ErrorCodeAttribute;
import org.ice4j.attribute.NonceAttribute;
import org.ice4j.attribute.RealmAttribute;
import org.ice4j.attribute.RequestedTransportAttribute;
import org.ice4j.attribute.XorMappedAddressAttribute;
import org.ice4j.attribute.XorPeerAddressAttribute;
import org.ice4j.message.Indication;
import org.ice4j.message.Message;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.message.Response;
import org.ice4j.security.LongTermCredential;
import org.ice4j.security.LongTermCredentialSession;
import org.ice4j.stack.TransactionID;
import org.jspecify.annotations.Nullable;

/// A TURN client (RFC 8656) with long-term credentials (RFC 8489, section 9.2). Confined to a thread.
final class Client implements AutoCloseable {
    static final int UNAUTHORIZED = 401;
    private static final int STALE_NONCE = 438;
    private static final TransportAddress NOBODY =
            new TransportAddress(InetAddress.ofLiteral("0.0.0.0"), 9, Transport.UDP);

    private final Link link;
    private @Nullable LongTermCredentialSession session;

    /// @param link closed with this
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

    /// Asks under which address the server sees us.
    Response bind() throws Failure, InterruptedException {
        return ask(transaction -> MessageFactory.createBindingRequest());
    }

    /// Asks for a relayed address.
    Response allocate() throws Failure, InterruptedException {
        return ask(transaction -> allocation());
    }

    Response allocateIpv6() throws Failure, InterruptedException {
        return ask(transaction -> {
            Request request = allocation();
            request.putAttribute(RawAttribute.ipv6());
            return request;
        });
    }

    private static Request allocation() {
        return MessageFactory.createAllocateRequest(RequestedTransportAttribute.UDP, false);
    }

    /// Asks to exchange packets with a peer.
    ///
    /// @param ip four bytes or sixteen, as they are
    Response permit(byte[] ip) throws Failure, InterruptedException {
        return ask(transaction -> {
            // For nobody at first: ice4j cannot write every peer.
            Request request = MessageFactory.createCreatePermissionRequest(NOBODY, transaction);
            request.putAttribute(RawAttribute.peer(ip, NOBODY.getPort(), transaction));
            return request;
        });
    }

    /// Has the server send a packet to a peer.
    void send(InetSocketAddress peer, String text) throws Failure {
        byte[] transaction = TransactionID.createNewTransactionID().getBytes();
        byte[] data = text.getBytes(StandardCharsets.ISO_8859_1);
        var to = new TransportAddress(peer, Transport.UDP);
        link.tell(identified(MessageFactory.createSendIndication(to, data, transaction), transaction));
    }

    /// What a peer sent through the server.
    record Packet(InetSocketAddress peer, String text) {}

    /// The next packet; null if none comes for a while.
    @Nullable
    Packet hear(Duration patience) throws Failure, InterruptedException {
        @Nullable Indication heard = link.hear(patience);
        return heard != null
                        && heard.getAttribute(Attribute.XOR_PEER_ADDRESS) instanceof XorPeerAddressAttribute peer
                        && heard.getAttribute(Attribute.DATA) instanceof DataAttribute data
                ? new Packet(
                        peer.getAddress(heard.getTransactionID()),
                        new String(data.getData(), StandardCharsets.ISO_8859_1))
                : null;
    }

    /// Gives the relayed address back. No answer is as good as any: the server's own timer remains.
    void release() throws InterruptedException {
        try {
            ask(transaction -> MessageFactory.createRefreshRequest(0));
        } catch (Failure itIsOverAnyway) {
            // and nobody waits for it
        }
    }

    private Response ask(Function<byte[], Request> request) throws Failure, InterruptedException {
        @Nullable LongTermCredentialSession signer = session;
        Response answer = link.ask(written(request, signer));
        if (signer == null || error(answer) != STALE_NONCE) return answer;
        renew(signer, answer);
        return link.ask(written(request, signer));
    }

    private static Request written(Function<byte[], Request> form, @Nullable LongTermCredentialSession signer) {
        byte[] transaction = TransactionID.createNewTransactionID().getBytes();
        Request request = identified(form.apply(transaction), transaction);
        try {
            if (signer != null) signer.addAttributes(request);
            return request;
        } catch (StunException e) {
            throw new IllegalStateException("user name, realm and nonce are there", e);
        }
    }

    private static <M extends Message> M identified(M message, byte[] transaction) {
        try {
            message.setTransactionID(transaction);
            return message;
        } catch (StunException e) {
            throw new IllegalStateException("a transaction id of ice4j's own", e);
        }
    }

    /// 0 for none.
    static int error(Response answer) {
        return answer.getAttribute(Attribute.ERROR_CODE) instanceof ErrorCodeAttribute error ? error.getErrorCode() : 0;
    }

    /// An address that an answer holds.
    ///
    /// @param type [Attribute#XOR_MAPPED_ADDRESS] or [Attribute#XOR_RELAYED_ADDRESS]
    static InetSocketAddress address(Response answer, char type) throws Failure {
        if (answer.getAttribute(type) instanceof XorMappedAddressAttribute address)
            return address.getAddress(answer.getTransactionID());
        throw new Failure(Outcome.NOT_TURN);
    }

    @Override
    public void close() {
        link.close();
    }
}
