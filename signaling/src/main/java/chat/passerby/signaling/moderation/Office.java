package chat.passerby.signaling.moderation;

import chat.passerby.signaling.config.Settings;
import chat.passerby.signaling.moderation.audit.AuditLog;
import chat.passerby.signaling.moderation.evidence.Vault;
import chat.passerby.signaling.session.Secrets;
import chat.passerby.signaling.store.Store;

/// What everybody who looks after reports works with. Immutable; its parts may be used by any thread.
///
/// @param rules what the hoster decided
public record Office(
        Store store, Vault vault, AuditLog audit, Statements statements, Ledger ledger, Settings.Moderation rules) {
    public static Office of(Store store, Secrets secrets, Settings.Moderation rules) {
        var vault = new Vault(secrets.evidenceKey());
        var statements = new Statements(secrets, rules.appealWindow());
        return new Office(
                store, vault, new AuditLog(secrets::signature), statements, new Ledger(vault, statements), rules);
    }
}
