using System.Globalization;
using DynamoGen.Analyzers.Expressions;
using DynamoGen.Analyzers.KeyDesign;
using DynamoGen.Analyzers.Options;
using DynamoGen.Serialization;

namespace DynamoGen.Analyzers.Tests.Documentation;

/// <summary>The pages state the limits that the code has.</summary>
public sealed class StatedLimitTests
{
    [Theory]
    [InlineData("README.md", "an item of more than {0} KB")]
    [InlineData("docs/access-patterns.md", "An item of more than **{0} KB**")]
    [InlineData("docs/types.md", "a write of more than {0} KB")]
    public void Size_of_an_item(string page, string sentence) =>
        DocumentationPage.Says(page, Filled(sentence, ItemSize.MaxBytes / 1024));

    [Theory]
    [InlineData("docs/rules/DG2001.md", "{0} write and {1} read capacity units a second")]
    [InlineData("docs/rules/DG2003.md", "{0} write and {1} read capacity units a second")]
    [InlineData("docs/rules/DG2002.md", "takes {0} write capacity units a second")]
    [InlineData("docs/rules/DG2004.md", "takes {0} write capacity units a second")]
    public void Throughput_of_a_partition(string page, string sentence) =>
        DocumentationPage.Says(page, Filled(sentence, PartitionLimit.WriteUnits, PartitionLimit.ReadUnits));

    [Theory]
    [InlineData("`Status`", "Status", "count as {0} values")]
    [InlineData("`Gender`", "Gender", "count as {0} values")]
    [InlineData("`Region`", "Region", "`Region` as {0}")]
    [InlineData("currencies", "Currency", "currencies and languages as {0}")]
    [InlineData("languages", "Language", "currencies and languages as {0}")]
    [InlineData("countries", "Country", "countries as {0}")]
    public void Values_that_a_name_stands_for(string stated, string property, string sentence)
    {
        DocumentationPage.Says("docs/rules/DG2001.md", stated);
        DocumentationPage.Says("docs/rules/DG2001.md", Filled(sentence, NamedCardinality.Of(property)));
    }

    [Fact]
    public void Few_values() =>
        DocumentationPage.Says("docs/rules/DG2001.md", $"Fewer than {RuleOptions.LowCardinalityThresholdOption.DefaultText} is few");

    [Fact]
    public void Reserved_words() =>
        DocumentationPage.Says("docs/rules/DG5001.md", Filled("one of DynamoDB's {0} reserved words", ReservedWords.Count));

    private static string Filled(string sentence, params object?[] limits) =>
        string.Format(CultureInfo.InvariantCulture, sentence, [.. limits.Select(limit => string.Create(CultureInfo.InvariantCulture, $"{limit:N0}"))]);
}
