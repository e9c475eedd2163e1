package br.com.redcheck.account;

import br.com.redcheck.platform.PublicAddress;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prints a link on the console with which the first administrator makes an account. Every start without an administrator prints a
 * new one, and the one before ends. Whoever reads the console runs the server.
 */
@Component
class FirstAdministrator {
    private final Accounts accounts;
    private final Links links;
    private final PublicAddress address;
    private final StartConsole console;

    FirstAdministrator(Accounts accounts, Links links, PublicAddress address, StartConsole console) {
        this.accounts = accounts;
        this.links = links;
        this.address = address;
        this.console = console;
    }

    @EventListener
    @Order(1)
    void invite(ApplicationReadyEvent ready) {
        boolean serving = ready.getApplicationContext() instanceof WebServerApplicationContext server
                && server.getWebServer() != null;
        if (serving && accounts.administrators().isEmpty()) {
            links.killPrinted();
            Token token = links.make(Link.printed(null));
            console.say(
                    "administrator.first",
                    address.of(Purpose.ADMINISTRATOR.path(token)).toString());
        }
    }
}
