package chat.passerby.turn.check;

import org.ice4j.StunException;
import org.ice4j.message.MessageFactory;
import org.ice4j.message.Request;
import org.ice4j.stack.StunStack;
import org.ice4j.stack.TransactionID;

/// ice4j, made ready. Any thread.
final class Ice4j {
    static {
        // Else its Agent asks for the cloud's metadata, wherever it runs.
        System.setProperty("ice4j.harvest.mapping.aws.enabled", "false");
    }

    private Ice4j() {}

    /// Writes a message for nobody: the first reads ice4j's settings, and takes seconds.
    static void warmUp() {
        Request request = MessageFactory.createBindingRequest();
        try {
            request.setTransactionID(TransactionID.createNewTransactionID().getBytes());
        } catch (StunException e) {
            throw new IllegalStateException("its own transaction", e);
        }
        request.encode(new StunStack());
    }
}
