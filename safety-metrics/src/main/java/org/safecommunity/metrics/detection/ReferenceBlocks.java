package org.safecommunity.metrics.detection;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The points that a point is judged by, each with its season block: those around the same time of past years are of the
 * current block, which has the highest number; in the flexible form the rest of a year is cut into blocks as even as whole
 * points allow, the longer ones first.
 */
final class ReferenceBlocks {
    private final Map<Integer, Integer> blocks;
    private final int current;

    private ReferenceBlocks(Map<Integer, Integer> blocks, int current) {
        this.blocks = blocks;
        this.current = current;
    }

    /** The references of a point, from 0, that has enough history. */
    static ReferenceBlocks of(int t, Farrington.Settings settings) {
        int w = settings.halfWindow();
        int current = settings.flexible() ? settings.seasonPeriods() : 1;
        Map<Integer, Integer> blocks = new TreeMap<>();
        for (int year = 1; year <= settings.yearsBack(); year++) {
            int same = t - year * settings.frequency();
            put(blocks, same - w, same + w, current);
            if (current > 1) {
                between(blocks, same + w + 1, settings.frequency() - 2 * w - 1, current - 1);
            }
        }
        if (settings.flexible()) {
            put(blocks, t - w, t - 1, current);
            blocks.keySet().removeIf(i -> i >= t - settings.pastExcluded());
        }
        return new ReferenceBlocks(blocks, current);
    }

    private static void put(Map<Integer, Integer> blocks, int first, int last, int block) {
        for (int i = first; i <= last; i++) {
            blocks.put(i, block);
        }
    }

    private static void between(Map<Integer, Integer> blocks, int start, int length, int parts) {
        int first = start;
        for (int block = 1; block <= parts; block++) {
            int size = length / parts + (block <= length % parts ? 1 : 0);
            put(blocks, first, first + size - 1, block);
            first += size;
        }
    }

    /** All references in order. */
    List<Integer> all() {
        return List.copyOf(blocks.keySet());
    }

    /** The references of the current block. */
    List<Integer> current() {
        return blocks.keySet().stream().filter(i -> block(i) == current).toList();
    }

    /** The references of the blocks that have an event. */
    List<Integer> withEvents(double[] counts) {
        return blocks.keySet().stream().filter(i -> hasEvents(block(i), counts)).toList();
    }

    /** Number of blocks without an event. */
    int silent(double[] counts) {
        return (int) blocks.values().stream()
                .distinct()
                .filter(block -> !hasEvents(block, counts))
                .count();
    }

    private boolean hasEvents(int block, double[] counts) {
        return blocks.keySet().stream().anyMatch(i -> block(i) == block && counts[i] > 0);
    }

    private int block(int i) {
        return Objects.requireNonNull(blocks.get(i), "block");
    }

    /** Name of the block of a reference. */
    String name(int i) {
        return String.valueOf(block(i));
    }

    /** Name of the current block. */
    String name() {
        return String.valueOf(current);
    }
}
