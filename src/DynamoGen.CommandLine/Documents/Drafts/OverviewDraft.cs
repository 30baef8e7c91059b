using System.Globalization;
using DynamoGen.CommandLine.Documents.Content;

namespace DynamoGen.CommandLine.Documents.Drafts;

/// <summary>All tables at a glance.</summary>
internal static class OverviewDraft
{
    private static readonly string[] Columns = ["Table", "Key", "Indexes", "Entities", "Access patterns", "Month"];

    public static Section Of(DocumentSource source) => new(
        "Overview",
        [
            new Grid("The tables", Columns, [.. source.Tables.Select(table => Row(source, table))]),
            new Paragraph(
                "Month is what the declared traffic costs at the list prices of us-east-1 if the peak lasts all month; a dash where no traffic is declared."),
            .. Missing(source),
        ]);

    private static IReadOnlyList<Cell> Row(DocumentSource source, SourceTable table) =>
    [
        Cell.Code(table.Name),
        Cell.Code(table.Places.First().Key),
        Count(table.Places.Count() - 1),
        source.Lock is null ? "–" : Count(source.EntitiesOf(table).Count),
        Count(table.Patterns.Count),
        MonthPrice.Of(table.Schema) ?? "–",
    ];

    private static IEnumerable<Paragraph> Missing(DocumentSource source)
    {
        if (source.Lock is null)
        {
            yield return new Paragraph(
                "No schema lock was found, so that entities and key layouts are missing. Begin one beside the project, or name it by ",
                Run.Code("--lock"),
                ".");
            yield break;
        }

        var declared = source.Tables.Select(table => table.Schema.Name).ToHashSet(StringComparer.Ordinal);
        if (source.Lock.Tables.Where(table => !declared.Contains(table)).ToList() is { Count: > 0 } others)
        {
            yield return new Paragraph(
                "The lock has tables that no registered repository uses, which are left out: ", Run.Code(string.Join(", ", others)), ".");
        }
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
