using DynamoGen.CommandLine.Documents.Drafts;
using DynamoGen.CommandLine.Documents.Markdown;
using DynamoGen.CommandLine.Infrastructure.Tables;
using DynamoGen.CommandLine.Tests.Infrastructure;
using DynamoGen.Schema;

namespace DynamoGen.CommandLine.Tests.Documents;

/// <summary>How a table is declared.</summary>
public sealed class TableDraftTests
{
    private static readonly DeclaredTable Worldwide = Designs.Eventual;

    [Fact]
    public void The_regions_that_write_are_named()
    {
        Assert.Contains("Written by | any region |", Settings(Worldwide.Schema), StringComparison.Ordinal);
        Assert.Contains("Written by | us-east-1 alone |", Settings(Writing(new(RegionWriteMode.OneRegion, Region: "us-east-1"))), StringComparison.Ordinal);
        Assert.Contains(
            "Written by | each item's home region, its Home |", Settings(Writing(new(RegionWriteMode.HomeRegion, Property: "Home"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_one_region_says_nothing_of_them() =>
        Assert.DoesNotContain("Written by", Settings(Designs.OnDemand.Schema), StringComparison.Ordinal);

    private static TableSchema Writing(RegionWritesSchema writes) => Worldwide.Schema with { Writes = writes };

    private static string Settings(TableSchema schema) => MarkdownForm.Of(DocumentDraft.Of(
        new DocumentSource("Tables", [new SourceTable(new DeclaredTable(schema, Worldwide.Name, []), [], [])], null)));
}
