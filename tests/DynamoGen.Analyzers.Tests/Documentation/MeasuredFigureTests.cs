namespace DynamoGen.Analyzers.Tests.Documentation;

/// <summary>A figure that was measured once is worth what is known of when.</summary>
public sealed class MeasuredFigureTests
{
    private static readonly string[] Columns = ["measured", "Precision"];

    [Theory]
    [InlineData("benchmarks/README.md")]
    [InlineData("benchmarks/DynamoGen.BuildCost/README.md")]
    [InlineData("docs/precision.md")]
    public void A_table_of_what_was_measured_follows_a_paragraph_with_the_date_and_the_commit(string page)
    {
        var paragraphs = File.ReadAllText(Repository.Folder(page.Split('/'))).Split("\n\n");
        var tables = Enumerable.Range(1, paragraphs.Length - 1).Where(i => IsMeasured(paragraphs[i])).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, i => Assert.Matches(@"\d{4}-\d\d-\d\d[\s(]+(at )?commits? [0-9a-f]{7}\b", paragraphs[i - 1]));
    }

    private static bool IsMeasured(string paragraph) =>
        paragraph.StartsWith('|') && paragraph.Split('\n')[0].Split('|').Any(cell => Columns.Contains(cell.Trim()));
}
