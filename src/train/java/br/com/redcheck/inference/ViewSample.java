package br.com.redcheck.inference;

import br.com.redcheck.dicom.GrayFrame;
import br.com.redcheck.inference.ViewCheck.Sign;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A film as somebody may have stored it, and what is amiss with it.
 *
 * @param picture as {@link ViewFeatures#picture} gives it
 * @param reverse the same with its grays the other way round: what is around a film is black in either
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not copied
record ViewSample(float[] picture, float[] reverse, Set<Sign> signs) {
    private static final int SIDE = ViewFeatures.SIDE;

    /** A frontal film upright, or a film from the side. */
    static ViewSample of(GrayFrame film, boolean lateral) {
        GrayFrame reverse = new GrayFrame(film.rows(), film.columns(), film.values(), film.padding(), !film.inverted());
        return new ViewSample(
                ViewFeatures.picture(film),
                ViewFeatures.picture(reverse),
                lateral ? EnumSet.of(Sign.LATERAL) : EnumSet.noneOf(Sign.class));
    }

    /** The same film with something amiss. */
    ViewSample with(Sign sign) {
        Set<Sign> more = EnumSet.noneOf(Sign.class);
        more.addAll(signs);
        more.add(sign);
        return switch (sign) {
            case NEGATIVE -> new ViewSample(reverse, picture, more);
            case UPSIDE_DOWN -> changed(each -> turned(each, 2), more);
            case ON_ITS_SIDE -> changed(each -> turned(each, 1), more);
            case MIRRORED -> changed(Motion.mirror(), more);
            case LATERAL -> this;
        };
    }

    /** The same picture, taken for one with just one thing amiss: a mirrored lateral film is a lateral film. */
    ViewSample is(Sign sign) {
        return new ViewSample(picture, reverse, EnumSet.of(sign));
    }

    private ViewSample changed(UnaryOperator<float[]> change, Set<Sign> changed) {
        return new ViewSample(change.apply(picture), change.apply(reverse), changed);
    }

    private ViewSample changed(Motion motion, Set<Sign> changed) {
        return changed(each -> motion.of(each, SIDE, SIDE, 1), changed);
    }

    /** As with another patient, at another device: turned a little, cut otherwise, lighter or darker. */
    ViewSample varied(Random random) {
        double part = 1 - 0.16 * random.nextDouble();
        double free = (1 - part) / 2;
        Motion motion = new Motion(
                10 * random.nextDouble() - 5,
                part,
                false,
                free * (2 * random.nextDouble() - 1),
                free * (2 * random.nextDouble() - 1));
        double gamma = Math.exp(0.8 * random.nextDouble() - 0.4);
        return changed(motion, signs).changed(each -> lightened(each, gamma), signs);
    }

    private static float[] lightened(float[] values, double gamma) {
        float[] lightened = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            lightened[i] = (float) Math.pow(values[i], gamma);
        }
        return lightened;
    }

    /** Turned by so many quarters. */
    ViewSample quarters(int quarters) {
        return changed(each -> turned(each, quarters), signs);
    }

    float[] features() {
        return ViewFeatures.of(picture);
    }

    private static float[] turned(float[] values, int quarters) {
        float[] turned = values;
        for (int turn = 0; turn < quarters; turn++) {
            float[] before = turned;
            turned = new float[before.length];
            for (int i = 0; i < turned.length; i++) {
                turned[i] = before[(SIDE - 1 - i % SIDE) * SIDE + i / SIDE];
            }
        }
        return turned;
    }
}
