using System.Diagnostics;
using Spectre.Console;

namespace NorthwindService.WalkThrough;

/// <summary>What a run's spans say, as tables and a tree for people.</summary>
public static class UsageReport
{
    public static void WriteUsages(IReadOnlyList<PatternUsage> usages)
    {
        var table = new Table();
        table.AddColumns("Endpoint", "Access pattern", "Index");
        table.AddColumns([.. new[] { "Requests", "Returned", "Scanned", "Read units", "Write units", "Share" }.Select(Number)]);
        var total = usages.Sum(usage => usage.Cost);
        foreach (var usage in usages)
        {
            table.AddRow(
                Markup.Escape(usage.Endpoint),
                usage.Pattern,
                usage.Index ?? "table",
                $"{usage.Requests}",
                $"{usage.Returned}",
                $"{usage.Scanned}",
                $"{usage.ReadUnits:0.0}",
                $"{usage.WriteUnits:0.0}",
                $"{usage.Cost / total:P0}");
        }

        AnsiConsole.Write(table);
    }

    /// <summary>One trace, from the endpoint down to the requests.</summary>
    public static void WriteTrace(IReadOnlyCollection<Activity> spans, ActivityTraceId trace)
    {
        var ofTrace = spans.Where(span => span.TraceId == trace).OrderBy(span => span.StartTimeUtc).ToArray();
        var root = ofTrace.Single(span => ofTrace.All(other => other.SpanId != span.ParentSpanId));
        var tree = new Tree(Describe(root));
        AddChildren(tree, root);
        AnsiConsole.Write(tree);

        void AddChildren(IHasTreeNodes node, Activity parent)
        {
            foreach (var child in ofTrace.Where(span => span.ParentSpanId == parent.SpanId))
            {
                AddChildren(node.AddNode(Describe(child)), child);
            }
        }
    }

    /// <summary>The same question, answered one way and the other.</summary>
    public static void WriteComparison(PatternUsage dear, PatternUsage cheap)
    {
        var table = new Table();
        table.AddColumn("The same question");
        table.AddColumns(Number(dear.Pattern), Number(cheap.Pattern));
        table.AddRow("index", dear.Index ?? "table", cheap.Index ?? "table");
        table.AddRow("calls", $"{dear.Calls.Count}", $"{cheap.Calls.Count}");
        table.AddRow("items returned", $"{dear.Returned}", $"{cheap.Returned}");
        table.AddRow("items scanned", $"{dear.Scanned}", $"{cheap.Scanned}");
        table.AddRow("read units", $"{dear.ReadUnits:0.0}", $"{cheap.ReadUnits:0.0}");
        AnsiConsole.Write(table);
    }

    private static TableColumn Number(string heading) => new TableColumn(heading).NoWrap().RightAligned();

    private static string Describe(Activity span)
    {
        var parts = new List<string> { span.DisplayName, $"{span.Duration.TotalMilliseconds:0.0} ms" };
        if (span.GetTagItem("aws.dynamodb.index_name") is string index)
        {
            parts.Add($"index {index}");
        }

        if (span.GetTagItem("aws.dynamodb.scanned_count") is not null)
        {
            parts.Add($"{PatternSpan.Count(span, "aws.dynamodb.count")} of {PatternSpan.Count(span, "aws.dynamodb.scanned_count")} items");
            parts.Add($"{PatternSpan.UnitsOf(span):0.0} units");
        }

        return Markup.Escape(string.Join(", ", parts));
    }
}
