package br.com.redcheck.inference;

import br.com.redcheck.platform.Remark;
import java.util.List;

/**
 * Which images of an exam a network looks at.
 *
 * @param places in the list of all images, in the order of reading
 * @param remarks what has to be told beside the result, seen from the headers of all images
 */
public record Choice(List<Integer> places, List<Remark> remarks) {
    public Choice {
        places = List.copyOf(places);
        remarks = List.copyOf(remarks);
    }

    /** The same choice as places in a longer list, of which these images were only some. */
    Choice within(List<Integer> some) {
        return new Choice(places.stream().map(some::get).toList(), remarks);
    }
}
