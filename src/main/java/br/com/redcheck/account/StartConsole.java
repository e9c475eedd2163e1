package br.com.redcheck.account;

import br.com.redcheck.platform.Messages;
import org.springframework.stereotype.Component;

/** Speaks to whoever starts the server, on its console and never in a log: passwords and links are among what it says. */
@Component
class StartConsole {
    private final Messages messages;

    StartConsole(Messages messages) {
        this.messages = messages;
    }

    void say(String key, Object... arguments) {
        String text = messages.text(Messages.consoleLanguage(), key, arguments);
        System.out.println("\n" + text.indent(4));
    }
}
