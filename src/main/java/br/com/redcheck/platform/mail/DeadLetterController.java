package br.com.redcheck.platform.mail;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The administrators' page of e-mails that were given up: what a server said, and no one's address. */
@Controller
@RequestMapping("/admin/mail")
class DeadLetterController {
    private static final String PAGE = "redirect:/admin/mail";

    private final Outbox outbox;
    private final QueuedMailer mailer;

    DeadLetterController(Outbox outbox, QueuedMailer mailer) {
        this.outbox = outbox;
        this.mailer = mailer;
    }

    @GetMapping
    String page(Model view) {
        view.addAttribute("letters", outbox.dead());
        view.addAttribute("queued", outbox.queued());
        view.addAttribute("server", mailer.hasServer());
        return "mail/dead-letters";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id) {
        mailer.retry(id);
        return PAGE;
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id) {
        outbox.discard(id);
        return PAGE;
    }
}
