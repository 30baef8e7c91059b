using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Html;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>The page, which is well-formed XML too, so that it can be read by its structure.</summary>
public sealed class HtmlFormTests
{
    public static TheoryData<string> Pages => ["Northwind", "IssueTracker", "hostile"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_stands_alone_and_can_be_found_one_s_way_in(string page)
    {
        var (text, root) = await ReadAsync(page);

        var ids = root.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal("en", root.Attribute("lang")!.Value);
        Assert.Single(root.Descendants("h1"));
        Assert.All(["header", "nav", "main", "title"], name => Assert.Single(root.Descendants(name), element => element.Parent!.Name != "svg"));

        // Whatever is referred to is on the page itself.
        Assert.All(root.Descendants().Attributes("href"), href => Assert.Contains(href.Value[1..], ids));
        Assert.All(
            root.Descendants().Attributes("aria-labelledby").SelectMany(labels => labels.Value.Split(' ')), label => Assert.Contains(label, ids));
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(
            root.Descendants().Attributes().Select(attribute => attribute.Name.LocalName),
            name => name is "src" or "srcset" or "style" || name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotMatch(new Regex(@"url\(|@import"), root.Descendants("style").Single().Value);
        Assert.DoesNotContain('\0', text);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Headings_are_in_order_and_tables_say_what_their_headings_are_of(string page)
    {
        var (_, root) = await ReadAsync(page);

        var levels = root.Descendants().Where(element => Regex.IsMatch(element.Name.LocalName, "^h[1-6]$"))
            .Select(heading => heading.Name.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.NotEmpty(root.Descendants("table"));
        Assert.All(root.Descendants("table"), table => Assert.NotEmpty(Assert.Single(table.Elements("caption")).Value));
        Assert.All(root.Descendants("th"), heading => Assert.NotNull(heading.Attribute("scope")));
        Assert.NotEmpty(root.Descendants("svg"));
        Assert.All(root.Descendants("svg"), svg => Assert.Equal(
            $"{svg.Element("title")!.Attribute("id")!.Value} {svg.Element("desc")!.Attribute("id")!.Value}", svg.Attribute("aria-labelledby")!.Value));
    }

    [Fact]
    public async Task The_matrix_tells_where_a_pattern_goes_and_what_it_costs()
    {
        var (_, root) = await ReadAsync("Northwind");

        var matrix = root.Descendants("table").Single(table => table.Element("caption")!.Value == "Access patterns of northwind");
        var rows = matrix.Descendants("tr").Select(row => string.Join(" | ", row.Elements().Select(cell => cell.Value))).ToList();
        Assert.Contains(
            "IOrders.Get | GetItem | table | ORDER#{OrderId:int D10} | 0.5 RCU for each 4 KB of the item; 1 if strongly consistent | USD 0.16", rows);
        Assert.Contains("ICategories.Put | PutItem | table | CATEGORY#{CategoryId:int D10} | 1 WCU for each KB | USD 1.64", rows);
        Assert.Contains(
            "ICustomers.Put | PutItem | table | CUSTOMER#{CustomerId} | 1 WCU for each KB, and 0 to 2 more for its copy in the index | USD 1.64", rows);
        Assert.Contains(
            "IOrders.WithStatus | Query | gsi2 | STATUS#{Status:enum}#{shard of 4} | 0.5 RCU for each 4 KB read, in 4 shards at once | USD 0.66", rows);
    }

    [Fact]
    public async Task Items_of_a_partition_key_are_shown_together()
    {
        var (_, root) = await ReadAsync("Northwind");

        var facet = root.Descendants("table").Single(table => table.Element("caption")!.Value == "Items of northwind");
        var orders = facet.Elements("tbody").Single(body => body.Descendants("th").Single().Value.StartsWith("ORDER#", StringComparison.Ordinal));
        Assert.Equal(["OrderLine", "OrderLine", "Order"], orders.Elements("tr").Select(row => row.Elements("td").ElementAt(1).Value));
        Assert.Matches("^ORDER#[0-9]{10}$", orders.Descendants("th").Single().Value);
    }

    private static async Task<(string Text, XElement Root)> ReadAsync(string page)
    {
        var text = page == "hostile" ? HtmlForm.Of(DocumentDraft.Of(HostileNames.Source)) : await Documented.WriteAsync(page, "html");
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return (text, XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!);
    }
}
