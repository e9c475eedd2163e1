package br.com.redcheck.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes nothing for anybody, and repeats the address in its answer, as they do. */
final class RefusingServer implements AutoCloseable {
    private final ServerSocket door;
    private final int code;

    RefusingServer() throws IOException {
        this(550);
    }

    RefusingServer(int code) throws IOException {
        this.code = code;
        this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread clerk = new Thread(this::serve, "refusing mail server");
        clerk.setDaemon(true);
        clerk.start();
    }

    /** One who brings everything here. */
    Postman postman(MailSettings settings) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(door.getInetAddress().getHostAddress());
        sender.setPort(door.getLocalPort());
        return new Postman(sender::send, MailConfiguration.sender(settings));
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                talk(visitor);
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void talk(Socket visitor) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
        say(visitor, "220 here");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT")) {
                say(visitor, code + " not for " + line.substring("RCPT TO:".length()));
            } else if (line.startsWith("QUIT")) {
                say(visitor, "221 bye");
                return;
            } else {
                say(visitor, "250 well");
            }
        }
    }

    private static void say(Socket visitor, String answer) throws IOException {
        OutputStream out = visitor.getOutputStream();
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
