package br.com.redcheck.reading;

import br.com.redcheck.model.ModelCard;
import br.com.redcheck.model.ModelCatalog;
import br.com.redcheck.platform.Messages;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What anybody may know of the networks: the card of each as a page, its weights where their licence lets us, and how to use them. */
@Controller
class NetworksController {
    private final ModelCatalog catalog;
    private final NetworkChoice choice;
    private final Messages messages;

    NetworksController(ModelCatalog catalog, NetworkChoice choice, Messages messages) {
        this.catalog = catalog;
        this.choice = choice;
        this.messages = messages;
    }

    @GetMapping("/networks")
    String all(Locale language, Model view) {
        view.addAttribute(
                "networks",
                catalog.cards().stream().map(card -> shown(card, language)).toList());
        return "reading/networks";
    }

    @GetMapping("/networks/{name}/{version}")
    String one(@PathVariable String name, @PathVariable String version, Locale language, Model view) {
        ModelCard card = card(name, version);
        view.addAttribute("network", shown(card, language));
        view.addAttribute("card", card);
        view.addAttribute(
                "values",
                card.performance().stream()
                        .map(PredictiveValues::of)
                        .flatMap(Optional::stream)
                        .toList());
        return "reading/network";
    }

    /** The weights as they were given to us, for whoever is signed in. */
    @GetMapping("/networks/{name}/{version}/model.h5")
    ResponseEntity<Resource> weights(@PathVariable String name, @PathVariable String version) {
        ModelCard card = Optional.of(card(name, version))
                .filter(ModelCard::redistributable)
                .orElseThrow(NoSuchNetwork::new);
        ContentDisposition file = ContentDisposition.attachment()
                .filename(card.name() + "-" + card.version() + ".h5")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(catalog.weights(card));
    }

    @GetMapping("/critical-use")
    String criticalUse(Locale language, Model view) {
        view.addAttribute("html", Guidance.html(language));
        return "reading/critical-use";
    }

    private ModelCard card(String name, String version) {
        return catalog.find(name, version).orElseThrow(NoSuchNetwork::new);
    }

    private Shown shown(ModelCard card, Locale language) {
        return new Shown(
                card.name(),
                card.version(),
                String.join(", ", card.modalities()),
                choice.isDefault(card),
                text("accepts", card.accepts(), card, language),
                text("intended-use", card.intendedUse(), card, language),
                text("licence", card.licence(), card, language),
                CardText.warning(card, messages, language),
                card.ages().map(ages -> text("ages", ages.reason(), card, language)),
                card.training()
                        .map(training ->
                                text("training", training.from() + "; " + training.augmentation(), card, language)),
                card.performanceNote().map(note -> text("performance-note", note, card, language)));
    }

    private String text(String what, String inCard, ModelCard card, Locale language) {
        return CardText.of(what, inCard, card, messages, language);
    }

    /**
     * A network's card in the reader's language.
     *
     * @param standing whether its result stands for the exam in lists
     */
    record Shown(
            String name,
            String version,
            String modalities,
            boolean standing,
            String accepts,
            String intendedUse,
            String licence,
            Optional<String> warning,
            Optional<String> ages,
            Optional<String> training,
            Optional<String> performanceNote) {}
}
