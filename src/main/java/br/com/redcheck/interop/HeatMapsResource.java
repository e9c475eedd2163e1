package br.com.redcheck.interop;

import br.com.redcheck.reading.HeatMaps;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** Where a network looked, as numbers (class activation maps: Zhou et al., 2016). */
@Schema(name = "HeatMaps", description = "api.schema.heat-maps")
record HeatMapsResource(
        @Schema(description = "api.schema.caution") String caution,

        @Schema(description = "api.schema.heat-maps.strongest")
        float strongest,

        List<HeatMap> maps) {
    static HeatMapsResource of(String caution, HeatMaps maps) {
        return new HeatMapsResource(
                caution,
                maps.strongest(),
                maps.maps().stream()
                        .map(map -> new HeatMap(map.image(), map.frame(), map.rows()))
                        .toList());
    }

    /** The map of one image. */
    @Schema(name = "HeatMap", description = "api.schema.heat-map")
    record HeatMap(
            UUID image,
            @Schema(description = "api.schema.slice.frame") int frame,

            @Schema(description = "api.schema.heat-map.rows")
            float[][] rows) {}
}
