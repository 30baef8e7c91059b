using System.Globalization;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Html;

/// <summary>Facets as tables: a partition key beside all of its items, an item's attributes each below its name.</summary>
internal static class FacetMarkup
{
    public static void Write(MarkupWriter markup, Facet facet) => GridMarkup.Scrolling(markup, facet.Caption, "facet", () =>
    {
        markup.Element("thead", [], () => Head(markup, facet));
        foreach (var collection in facet.Collections)
        {
            markup.Line();
            markup.Element("tbody", [], () => Collection(markup, collection));
        }
    });

    private static void Head(MarkupWriter markup, Facet facet)
    {
        var columns = facet.SortKey is null ? "1" : "2";
        markup.Element("tr", [], () =>
        {
            markup.Element("th", "Primary key", ("scope", "colgroup"), ("colspan", columns));
            markup.Element("th", "Entity", ("scope", "col"), ("rowspan", "2"));
            markup.Element("th", "Attributes", ("scope", "col"), ("rowspan", "2"));
        });
        markup.Element("tr", [], () =>
        {
            Key(markup, "Partition key: ", facet.PartitionKey);
            if (facet.SortKey is { } sort)
            {
                Key(markup, "Sort key: ", sort);
            }
        });
    }

    private static void Key(MarkupWriter markup, string title, string names) => markup.Element("th", [("scope", "col")], () =>
    {
        markup.Text(title);
        markup.Element("code", names);
    });

    private static void Collection(MarkupWriter markup, ItemCollection collection)
    {
        for (var number = 0; number < collection.Items.Count; number++)
        {
            var (item, isFirst) = (collection.Items[number], number == 0);
            markup.Element("tr", [], () =>
            {
                if (isFirst)
                {
                    var rows = collection.Items.Count.ToString(CultureInfo.InvariantCulture);
                    markup.Element(
                        "th", [("scope", "rowgroup"), ("rowspan", rows), ("class", "partition")], () => markup.Element("code", collection.PartitionKey));
                }

                if (item.SortKey is { } sort)
                {
                    markup.Element("td", [("class", "sort")], () => markup.Element("code", sort));
                }

                markup.Element("td", item.Entity);
                markup.Element("td", [], () => Attributes(markup, item.Attributes));
            });
        }
    }

    private static void Attributes(MarkupWriter markup, IReadOnlyList<KeyValuePair<string, string>> attributes)
    {
        if (attributes.Count == 0)
        {
            return;
        }

        markup.Element("dl", [], () =>
        {
            foreach (var attribute in attributes)
            {
                markup.Element("div", [], () =>
                {
                    markup.Element("dt", attribute.Key);
                    markup.Element("dd", attribute.Value);
                });
            }
        });
    }
}
