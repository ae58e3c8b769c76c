package chat.passerby.turn.check;

import chat.passerby.net.IpAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/// What one can tell of an IP address by looking at it.
final class Addresses {
    private Addresses() {}

    static String text(InetSocketAddress address) {
        String ip = text(address.getAddress());
        return (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + address.getPort();
    }

    /// Without a zone; and with its longest rows of zeros as they are, which nobody minds here.
    static String text(InetAddress ip) {
        return ip.getHostAddress().replaceFirst("%.*", "");
    }

    static boolean literal(String host) {
        return IpAddress.parse(host) != null;
    }

    /// Whether the internet does not lead there.
    static boolean inside(InetAddress ip) {
        byte[] bytes = ip.getAddress();
        boolean unique = ip instanceof Inet6Address && (bytes[0] & 0xfe) == 0xfc;
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return unique || carrier || ip.isSiteLocalAddress() || ip.isLoopbackAddress() || ip.isLinkLocalAddress();
    }

    /// Whether it is this machine's own.
    static boolean own(InetAddress ip) {
        try {
            return NetworkInterface.getByInetAddress(ip) != null;
        } catch (SocketException e) {
            return false;
        }
    }
}
