package chat.passerby.relay;

import static org.assertj.core.api.Assertions.assertThat;

import chat.passerby.relay.metrics.Counter;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.ice4j.Transport;
import org.ice4j.TransportAddress;
import org.ice4j.ice.Agent;
import org.ice4j.ice.CandidateType;
import org.ice4j.ice.Component;
import org.ice4j.ice.IceMediaStream;
import org.ice4j.ice.IceProcessingState;
import org.ice4j.ice.KeepAliveStrategy;
import org.ice4j.ice.LocalCandidate;
import org.ice4j.ice.RemoteCandidate;
import org.ice4j.ice.harvest.TurnCandidateHarvester;
import org.ice4j.security.LongTermCredential;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Two agents of ice4j, each of which tells the other nothing but its relayed address.
class Ice4jTest {
    private static final String STREAM = "call";

    static {
        // Before its first use: it would ask the cloud's metadata service for a second.
        System.setProperty("ice4j.harvest.mapping.aws.enabled", "false");
    }

    private final Agent ann = new Agent();
    private final Agent bob = new Agent();

    @AfterEach
    void free() {
        ann.free();
        bob.free();
    }

    @Test
    void they_meet_through_the_relay_and_pass_words_both_ways() throws Exception {
        try (Relay relay = new Given().start()) {
            InetSocketAddress at = relay.addresses().getFirst();
            Component annSide = gather(ann, at, "ann");
            Component bobSide = gather(bob, at, "bob");
            Assumptions.assumeTrue(
                    annSide.countLocalHostCandidates() > 0,
                    "Skipped: ice4j uses no loopback, and there is nothing else");
            ann.setControlling(true);
            bob.setControlling(false);
            tell(annSide, bobSide);
            tell(bobSide, annSide);
            ann.startConnectivityEstablishment();
            bob.startConnectivityEstablishment();

            Eventually.equal(
                    () -> ann.getState().isEstablished() && bob.getState().isEstablished(), true);
            assertThat(ann.getState()).isNotEqualTo(IceProcessingState.FAILED);
            assertThat(passes(annSide, bobSide, "hello Bob")).isEqualTo("hello Bob");
            assertThat(passes(bobSide, annSide, "hello Ann")).isEqualTo("hello Ann");
            assertThat(Objects.requireNonNull(relay.metrics().get(Counter.PACKETS_OUT)))
                    .isPositive();
        }
    }

    private static Component gather(Agent agent, InetSocketAddress relay, String tag) throws Exception {
        Credential credential = Credential.of(tag);
        var server = new TransportAddress(relay.getAddress(), relay.getPort(), Transport.UDP);
        agent.addCandidateHarvester(new TurnCandidateHarvester(
                server, new LongTermCredential(credential.username(), credential.password())));
        IceMediaStream stream = agent.createMediaStream(STREAM);
        return agent.createComponent(stream, KeepAliveStrategy.SELECTED_ONLY, true);
    }

    private static void tell(Component from, Component to) {
        IceMediaStream theirs = to.getParentStream();
        theirs.setRemoteUfrag(from.getParentStream().getParentAgent().getLocalUfrag());
        theirs.setRemotePassword(from.getParentStream().getParentAgent().getLocalPassword());
        List<LocalCandidate> relayed = from.getLocalCandidates().stream()
                .filter(candidate -> candidate.getType() == CandidateType.RELAYED_CANDIDATE)
                .toList();
        assertThat(relayed).isNotEmpty();
        for (LocalCandidate candidate : relayed)
            to.addRemoteCandidate(new RemoteCandidate(
                    candidate.getTransportAddress(),
                    to,
                    candidate.getType(),
                    candidate.getFoundation(),
                    candidate.getPriority(),
                    null));
    }

    private static String passes(Component from, Component to, String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        from.send(bytes, 0, bytes.length);
        var packet = new DatagramPacket(new byte[1_500], 1_500);
        to.getSocket().setSoTimeout(10_000);
        to.getSocket().receive(packet);
        return new String(packet.getData(), packet.getOffset(), packet.getLength(), StandardCharsets.UTF_8);
    }
}
