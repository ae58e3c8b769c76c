package chat.passerby.turn.check;

import chat.passerby.net.IpAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a name stands for.
final class Names {
    private Names() {}

    /// The addresses to try for a host: those that are known, but of an IP address only its own kind; or what its name
    /// stands for.
    static List<InetAddress> of(String host, List<InetAddress> known, Deadline deadline)
            throws Failure, InterruptedException {
        @Nullable InetAddress literal = IpAddress.parse(host);
        List<InetAddress> alike = known.stream()
                .filter(address -> literal == null || literal.getClass().equals(address.getClass()))
                .toList();
        return alike.isEmpty() ? lookUp(host, deadline) : alike;
    }

    /// One IPv4 address and one IPv6 address, as far as there are any.
    static List<InetAddress> lookUp(String host, Deadline deadline) throws Failure, InterruptedException {
        var answer = new CompletableFuture<InetAddress[]>();
        // Native code that cannot be interrupted, and would hold the carrier of a virtual thread.
        Thread.ofPlatform().daemon().name("turn-check-name").start(() -> lookUp(host, answer));
        try {
            InetAddress[] all = answer.get(deadline.patience().toMillis(), TimeUnit.MILLISECONDS);
            return Stream.of(true, false)
                    .flatMap(ipv4 -> Stream.of(all)
                            .filter(address -> address instanceof Inet4Address == ipv4)
                            .limit(1))
                    .toList();
        } catch (ExecutionException | TimeoutException e) {
            throw new Failure(Outcome.NO_NAME);
        }
    }

    private static void lookUp(String host, CompletableFuture<InetAddress[]> answer) {
        try {
            answer.complete(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            answer.completeExceptionally(e);
        }
    }
}
