package br.com.redcheck.account;

import br.com.redcheck.person.EmailAddress;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who administrates; each may invite others. */
@Controller
@RequestMapping("/admin")
class AdministratorController {
    private final Accounts accounts;
    private final LinkPost links;

    AdministratorController(Accounts accounts, LinkPost links) {
        this.accounts = accounts;
        this.links = links;
    }

    @GetMapping("/administrators")
    String administrators(Model view) {
        view.addAttribute("administrators", accounts.administrators());
        return "account/administrators";
    }

    @PostMapping("/administrators")
    String invite(@AuthenticationPrincipal Administrator by, @RequestParam String email, Locale language) {
        links.invite(by, EmailAddress.parse(email), language, null);
        return "redirect:/admin/administrators?invited";
    }
}
