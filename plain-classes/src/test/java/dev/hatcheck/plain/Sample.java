package dev.hatcheck.plain;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Every form of lambda, method reference and switch over types, each with an answer that tells whether it works. */
public final class Sample implements Supplier<List<Object>> {
    private final List<Object> answers = new ArrayList<>();
    private int calls;

    sealed interface Shape {
        record Circle(double radius) implements Shape {}

        record Box(int width, int height) implements Shape {}

        record Pair(Shape left, Shape right) implements Shape {}
    }

    interface Greeting {
        String greet(String name);

        private String polite(String name) {
            return "dear " + name;
        }

        default Supplier<String> politely(String name) {
            return () -> greet(polite(name));
        }

        static Greeting hello() {
            return name -> "hello " + name;
        }
    }

    private final class Inner {
        private final String word;

        private Inner(String word) {
            this.word = word;
        }

        private Supplier<String> withCalls() {
            return () -> word + calls;
        }
    }

    private enum Level {
        LOW,
        HIGH
    }

    @Override
    public List<Object> get() {
        lambdas();
        references();
        conversions();
        nests();
        switches();
        others();
        return answers;
    }

    private void lambdas() {
        byte small = 7;
        char letter = 'x';
        long large = 1L << 40;
        double half = 0.5;
        String text = "text";
        Supplier<String> nothing = () -> "nothing";
        LongUnaryOperator primitives = given -> given + large + small + letter;
        DoubleUnaryOperator halved = given -> given * half;
        BiFunction<Integer, Long, String> several = (one, two) -> text + one + two + half + large + ++calls;
        Function<String, Function<String, String>> nested = one -> two -> one + two + text;
        answers.addAll(List.of(
                nothing.get(),
                primitives.applyAsLong(2),
                halved.applyAsDouble(3),
                several.apply(1, 2L),
                nested.apply("a").apply("b")));
    }

    private void references() {
        Function<String, Integer> unbound = String::length;
        Supplier<String> bound = "bound"::toUpperCase;
        Function<String, Integer> ofClass = Integer::valueOf;
        Function<String, StringBuilder> constructor = StringBuilder::new;
        IntFunction<int[]> array = int[]::new;
        Function<List<String>, String> ofInterface = List::getFirst;
        Function<String, String> ownPrivate = this::twice;
        BooleanSupplier ofOuter = Optional.empty()::isEmpty;
        answers.addAll(List.of(
                unbound.apply("four"),
                bound.get(),
                ofClass.apply("12"),
                constructor.apply("built").append('!').toString(),
                array.apply(3).length,
                ofInterface.apply(List.of("first", "second")),
                ownPrivate.apply("ab"),
                ofOuter.getAsBoolean()));
    }

    private String twice(String text) {
        calls++;
        return text + text;
    }

    private void conversions() {
        var list = new ArrayList<String>();
        Consumer<String> dropped = list::add;
        Function<String, Object> dropsMore = list::remove;
        LongSupplier counted = () -> 5;
        Consumer<Object> dropsLong = ignored -> System.nanoTime();
        Runnable dropsLongOfReference = System::nanoTime;
        Function<Integer, Integer> unboxes = Math::abs;
        ToLongFunction<Integer> widens = Integer::intValue;
        ToDoubleFunction<Long> widensBoxed = Long::valueOf;
        ToIntFunction<Character> ofCharacter = Character::charValue;
        IntPredicate boxes = List.of(1, 2)::contains;
        Supplier<Object> boxesAnswer = "abc"::length;
        dropped.accept("a");
        dropped.accept("b");
        dropsLong.accept("");
        dropsLongOfReference.run();
        answers.addAll(List.of(
                dropsMore.apply("a"),
                List.copyOf(list),
                counted.getAsLong(),
                unboxes.apply(-3),
                widens.applyAsLong(4),
                widensBoxed.applyAsDouble(6L),
                ofCharacter.applyAsInt('c'),
                boxes.test(2),
                boxesAnswer.get()));
    }

    private void nests() {
        answers.add(Greeting.hello().greet("you"));
        answers.add(Greeting.hello().politely("you").get());
        answers.add(new Inner("calls ").withCalls().get());
        Function<String, Inner> privateConstructor = Inner::new;
        answers.add(privateConstructor.apply("word ").withCalls().get());
    }

    private void switches() {
        for (Object each :
                new Object[] {"", "long text", 7, 2.5, new int[2], new Shape.Box(1, 2), new Shape.Box(3, 3), List.of(1)
                }) {
            answers.add(named(each));
        }
        answers.add(named(null));
        answers.add(
                area(new Shape.Pair(new Shape.Circle(1), new Shape.Pair(new Shape.Box(2, 3), new Shape.Box(1, 1)))));
    }

    private static String named(Object any) {
        return switch (any) {
            case null -> "null";
            case String text when text.isEmpty() -> "empty";
            case String text -> "text of " + text.length();
            case Integer number -> "int " + number;
            case Number number -> "number " + number;
            case int[] array -> "array of " + array.length;
            case Shape.Box(int width, int height) when width == height -> "square";
            case Shape.Box(var width, var height) -> "box " + width + height;
            default -> any.getClass().isArray() ? "array" : "other";
        };
    }

    private static double area(Shape shape) {
        return switch (shape) {
            case Shape.Circle(var radius) -> radius * radius * 3;
            case Shape.Box(var width, var height) -> width * height;
            case Shape.Pair(Shape.Circle left, Shape.Circle right) -> 2 * area(left) + area(right);
            case Shape.Pair(var left, var right) -> area(left) + area(right);
        };
    }

    /** What is left to the JVM. */
    private void others() {
        Supplier<String> serializable = (Supplier<String> & Serializable) () -> "serializable";
        answers.add(serializable.get());
        answers.add(withConstants("a") + withConstants("b") + withConstants(""));
        answers.add(
                switch (Level.valueOf("HIGH")) {
                    case LOW -> 1;
                    case HIGH -> 2;
                });
    }

    private static String withConstants(String text) {
        return switch (text) {
            case "a" -> "first";
            case String other when other.isEmpty() -> "none";
            case String other -> other;
        };
    }
}
