using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Html;

/// <summary>A document as one page of HTML, which needs no script and no other file.</summary>
internal sealed class HtmlForm
{
    private const string Content = "content";

    private readonly MarkupWriter _markup = new();
    private readonly Dictionary<Section, string> _ids = new(ReferenceEqualityComparer.Instance);

    private HtmlForm()
    {
    }

    public static string Of(DataModelDocument document)
    {
        var form = new HtmlForm();
        form._markup.Raw("<!DOCTYPE html>\n");
        form._markup.Element("html", [("lang", "en")], () =>
        {
            form.Head(document.Title);
            form._markup.Line();
            form._markup.Element("body", [], () => form.Body(document));
        });
        form._markup.Line();
        return form._markup.ToString();
    }

    private void Head(string title) => _markup.Element("head", [], () =>
    {
        _markup.Empty("meta", ("charset", "utf-8"));
        _markup.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        _markup.Empty("meta", ("name", "color-scheme"), ("content", "light dark"));
        _markup.Element("title", title);
        _markup.Element("style", [], () => _markup.Raw(StyleSheet.Text));
    });

    private void Body(DataModelDocument document)
    {
        _markup.Element("a", "Skip to the content", ("class", "skip"), ("href", $"#{Content}"));
        _markup.Element("header", [], () =>
        {
            _markup.Element("h1", document.Title);
            Write(document.Introduction, 1);
        });
        _markup.Line();
        _markup.Element("nav", [("aria-label", "Contents")], () => Contents(document.Sections));
        _markup.Line();
        _markup.Element("main", [("id", Content), ("tabindex", "-1")], () =>
        {
            foreach (var section in document.Sections)
            {
                Write(section, level: 1);
            }
        });
        _markup.Line();
    }

    private void Contents(IEnumerable<Section> sections) => _markup.Element("ul", [], () =>
    {
        foreach (var section in sections)
        {
            _ids[section] = _markup.Id(section.Title);
            _markup.Element("li", [], () =>
            {
                _markup.Element("a", section.Title, ("href", $"#{_ids[section]}"));
                if (section.Blocks.OfType<Section>().ToList() is { Count: > 1 } parts)
                {
                    Contents(parts);
                }
            });
        }
    });

    private void Write(Block block, int level)
    {
        switch (block)
        {
            case Section section:
                WriteSection(section, level + 1);
                break;
            case Paragraph paragraph:
                _markup.Element("p", [], () => Runs(paragraph.Runs));
                break;
            case Grid grid:
                GridMarkup.Write(_markup, grid);
                break;
            case Facet facet:
                FacetMarkup.Write(_markup, facet);
                break;
            case Diagram diagram:
                _markup.Element("div", [("class", "diagrams")], () =>
                {
                    foreach (var table in diagram.Tables)
                    {
                        DiagramDrawing.Write(_markup, table);
                    }
                });
                break;
        }

        _markup.Line();
    }

    private void WriteSection(Section section, int level) => _markup.Element("section", [], () =>
    {
        var id = _ids.GetValueOrDefault(section) ?? _markup.Id(section.Title);
        _markup.Element(FormattableString.Invariant($"h{Math.Min(level, 6)}"), section.Title, ("id", id));
        _markup.Line();
        foreach (var block in section.Blocks)
        {
            Write(block, level);
        }
    });

    private void Runs(IReadOnlyList<Run> runs)
    {
        foreach (var run in runs)
        {
            _markup.Run(run);
        }
    }
}
