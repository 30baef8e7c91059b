using System.Text.RegularExpressions;
using DynamoGen.CommandLine.Documents.Content;
using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Markdown;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>Markdown, in which a name is shown as it is and never becomes markup.</summary>
public sealed class MarkdownFormTests
{
    private static readonly string Text = MarkdownForm.Of(DocumentDraft.Of(HostileNames.Source));

    [Fact]
    public void No_name_opens_an_element_a_link_or_a_block()
    {
        // What is in a block of code is no Markdown.
        var outside = Regex.Replace(Text, "^```mermaid$.*?^```$", string.Empty, RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.DoesNotMatch(new Regex(@"(?<!\\)<(?!/?code>|br>)"), outside);
        Assert.DoesNotMatch(new Regex(@"(?<!\\)\]\("), outside);
        Assert.Equal(2, Regex.Count(Text, "^```", RegexOptions.Multiline));
        Assert.DoesNotContain("\n# h1", Text, StringComparison.Ordinal);
        Assert.All("\0\u202E\uD800", letter => Assert.DoesNotContain(letter, Text));
    }

    [Fact]
    public void Every_row_has_the_cells_of_its_columns()
    {
        var columns = 0;
        foreach (var line in Text.Split('\n'))
        {
            var cells = line.StartsWith('|') ? Regex.Count(line, @"(?<!\\)\|") : 0;
            Assert.True(columns == 0 || cells == 0 || cells == columns, line);
            columns = cells;
        }
    }

    [Theory]
    [InlineData("plain", "`plain`")]
    [InlineData("a|b", "<code>a&#124;b</code>")]
    [InlineData(@"a\", @"<code>a&#92;</code>")]
    [InlineData("``*", "<code>&#96;&#96;&#42;</code>")]
    [InlineData("a\nb", "`a b`")]
    [InlineData(" ", "")]
    public void Code_is_shown_letter_by_letter(string code, string markdown) => Assert.Equal(markdown, MarkdownText.Of(Run.Code(code)));

    [Fact]
    public void A_diagram_has_what_hangs_on_a_table()
    {
        Assert.Contains("flowchart LR", Text, StringComparison.Ordinal);
        Assert.Contains("{{\"ap-southeast-2<br/>region\"}}", Text, StringComparison.Ordinal);
        Assert.Contains("t1 --- t1p0[\"gsi1<br/>global index · gsi1pk, gsi1sk\"]", Text, StringComparison.Ordinal);
        Assert.Contains("t1 ==> t1p3([\"Stream<br/>new images\"])", Text, StringComparison.Ordinal);
    }
}
