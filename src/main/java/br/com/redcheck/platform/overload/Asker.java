package br.com.redcheck.platform.overload;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who asks for something: the account that is signed in, else the address that a stranger's request comes from. */
final class Asker {
    private Asker() {}

    /**
     * Whose share the present thread uses up. Behind this machine's own address a proxy may stand for everybody, and outside of
     * requests the application itself works: there each asks as somebody else, and only the limit for all applies.
     */
    static String now() {
        Authentication account = SecurityContextHolder.getContext().getAuthentication();
        if (account != null && !(account instanceof AnonymousAuthenticationToken)) {
            return "account " + account.getName();
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? at(request.getRequest().getRemoteAddr())
                : somebody();
    }

    /**
     * Whose share a stranger at an address uses up.
     *
     * @param address in figures, as the servlet API gives it
     */
    static String at(String address) {
        return isLoopback(address) ? somebody() : "address " + address;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String somebody() {
        return UUID.randomUUID().toString();
    }
}
