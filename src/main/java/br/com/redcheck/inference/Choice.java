package br.com.redcheck.inference;

import br.com.redcheck.platform.Remark;
import java.util.List;

/**
 * Which images of an exam a network looks at.
 *
 * @param places in the list of all images, in the order of reading
 * @param witnesses of a series, the places of the first, the middle and the last slice from the head down, which tell whether it holds the
 *     whole lungs
 * @param remarks what has to be told beside the result, seen from the headers of all images
 */
public record Choice(List<Integer> places, List<Integer> witnesses, List<Remark> remarks) {
    public Choice {
        places = List.copyOf(places);
        witnesses = List.copyOf(witnesses);
        remarks = List.copyOf(remarks);
    }

    /** The same choice as places in a longer list, of which these images were only some. */
    Choice within(List<Integer> some) {
        return new Choice(
                places.stream().map(some::get).toList(),
                witnesses.stream().map(some::get).toList(),
                remarks);
    }
}
