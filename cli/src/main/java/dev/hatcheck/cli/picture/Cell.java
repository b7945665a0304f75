package dev.hatcheck.cli.picture;

import dev.hatcheck.policies.address.IpRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring addresses, magnified.
 *
 * @param range from the first to the last of them
 * @param isFolded whether these are several stretches, with others between that are in none
 * @param columns what is done with them
 * @param note what else there is to say, in a few words; none if it is empty
 * @param tip what is told of it when somebody points at it
 */
record Cell(IpRange range, boolean isFolded, List<Column> columns, String note, List<String> tip) {
    /**
     * Something that is done with some of them.
     *
     * @param share how much of the cell it takes, beside others
     * @param upper the colour above
     * @param lower the colour below
     * @param head a text for the upper half
     * @param foot a text for the lower half
     */
    record Column(int share, Tone upper, Tone lower, String head, String foot) {}

    Cell {
        columns = List.copyOf(columns);
        tip = List.copyOf(tip);
    }

    /** Which addresses, in lines of a width: a block if they are one, else from where to where. */
    List<String> label(int width) {
        List<String> blocks = isFolded ? List.of() : range.blocks();
        var lines = new ArrayList<String>();
        if (blocks.size() == 1) {
            String block = blocks.getFirst();
            int prefix = block.indexOf('/');
            if (prefix < 0 || Lettering.LABEL.width(block) <= width) {
                lines.add(block);
            } else {
                lines.add(block.substring(0, prefix));
                lines.add(block.substring(prefix));
            }
        } else {
            lines.add(range.first().toString());
            lines.add("\u2013" + range.last());
        }
        return lines;
    }
}
