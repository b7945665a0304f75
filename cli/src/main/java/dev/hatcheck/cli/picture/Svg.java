package dev.hatcheck.cli.picture;

import dev.hatcheck.engine.maillog.LogText;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a picture as SVG 1.1. Sizes and places are in pixels; texts may hold anything. */
final class Svg {
    private static final int NOT_A_CHARACTER = 0xfffe;

    private final StringWriter written = new StringWriter();
    private final XMLStreamWriter xml;

    /** What may go wrong with XML: nothing, as it is written into memory. */
    private interface Writing {
        void write() throws XMLStreamException;
    }

    private Svg() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The picture of some drawings, one below the other. */
    static String write(String title, String description, List<Drawing> drawings) {
        var svg = new Svg();
        int height = Layout.MARGIN + drawings.stream().mapToInt(Drawing::height).sum() + Layout.MARGIN;
        svg.begin(title, description, height);
        int top = Layout.MARGIN;
        for (Drawing drawing : drawings) {
            drawing.draw(svg, top);
            top += drawing.height();
        }
        svg.end();
        return svg.written.toString();
    }

    private void begin(String title, String description, int height) {
        writing(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            attribute("width", Layout.WIDTH);
            attribute("height", height);
            xml.writeAttribute("viewBox", "0 0 " + Layout.WIDTH + " " + height);
            xml.writeAttribute("aria-labelledby", "title description");
            xml.writeCharacters("\n");
            named("title", "title", title);
            named("desc", "description", description);
            xml.writeStartElement("style");
            xml.writeCharacters("\n" + Stylesheet.TEXT);
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
        box("paper", 0, 0, Layout.WIDTH, height, 8);
    }

    private void named(String element, String id, String words) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("id", id);
        xml.writeCharacters(legal(words));
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    private void end() {
        writing(() -> {
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        });
    }

    /** Things that belong together, with what is told of them when somebody points at them. */
    void group(List<String> tip, Runnable inside) {
        writing(() -> {
            xml.writeStartElement("g");
            xml.writeStartElement("title");
            xml.writeCharacters(String.join("\n", tip.stream().map(Svg::legal).toList()));
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
        inside.run();
        writing(() -> {
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    /** A rectangle with corners of a radius. */
    void box(String look, int x, int y, int width, int height, int radius) {
        writing(() -> {
            xml.writeEmptyElement("rect");
            xml.writeAttribute("class", look);
            attribute("x", x);
            attribute("y", y);
            attribute("width", width);
            attribute("height", height);
            attribute("rx", radius);
            xml.writeCharacters("\n");
        });
    }

    /** A line of any shape. */
    void path(String look, String shape) {
        writing(() -> {
            xml.writeEmptyElement("path");
            xml.writeAttribute("class", look);
            xml.writeAttribute("d", shape);
            xml.writeCharacters("\n");
        });
    }

    /**
     * A text that begins at a place, or ends at it or has it in its middle, as its look says; {@code y} is its foot.
     */
    void text(Lettering lettering, String look, int x, int y, String words) {
        writing(() -> {
            xml.writeStartElement("text");
            xml.writeAttribute("class", look.isEmpty() ? lettering.look() : lettering.look() + " " + look);
            attribute("x", x);
            attribute("y", y);
            xml.writeCharacters(legal(words));
            xml.writeEndElement();
            xml.writeCharacters("\n");
        });
    }

    private void attribute(String name, int pixels) throws XMLStreamException {
        xml.writeAttribute(name, Integer.toString(pixels));
    }

    private static void writing(Writing writing) {
        try {
            writing.write();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A text of visible characters, which XML takes all but for the last two of Unicode's first plane. */
    private static String legal(String words) {
        return LogText.escapeText(words)
                .codePoints()
                .map(c -> c == NOT_A_CHARACTER || c == NOT_A_CHARACTER + 1 ? '\ufffd' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
