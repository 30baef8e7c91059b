using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace DynamoGen.BuildCost.Fixing;

/// <summary>What became of all fixes: by rule, and each one that failed with its place.</summary>
internal sealed class FixReport
{
    private readonly SortedDictionary<string, Counts> _rules = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];

    public int Failures => _failures.Count;

    public void Met(Diagnostic report, int offered)
    {
        var counts = CountsOf(report);
        counts.Reports++;
        counts.Offered += offered > 0 ? 1 : 0;
    }

    public void Applied(Diagnostic report, CodeAction action, bool isToAll, string? problem)
    {
        var counts = CountsOf(report);
        counts.Alone += isToAll ? 0 : 1;
        counts.ToAll += isToAll ? 1 : 0;
        if (problem is not null)
        {
            var place = report.Location.GetLineSpan();
            _failures.Add(string.Create(CultureInfo.InvariantCulture,
                $"{report.Id} {place.Path}({place.StartLinePosition.Line + 1}), \"{action.Title}\"{(isToAll ? " to all" : string.Empty)}: {problem}"));
        }
    }

    public void Print(TextWriter writer)
    {
        foreach (var failure in _failures)
        {
            writer.WriteLine(failure);
        }

        foreach (var (rule, counts) in _rules)
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rule} {counts.Reports,5} reports, {counts.Offered,5} with a fix; applied {counts.Alone,5} times alone, {counts.ToAll,4} times to all"));
        }

        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_rules.Values.Sum(counts => counts.Alone)} fixes alone, {_rules.Values.Sum(counts => counts.ToAll)} to all, {Failures} failed"));
    }

    private Counts CountsOf(Diagnostic report)
    {
        if (!_rules.TryGetValue(report.Id, out var counts))
        {
            _rules[report.Id] = counts = new Counts();
        }

        return counts;
    }

    private sealed class Counts
    {
        public int Reports { get; set; }

        public int Offered { get; set; }

        public int Alone { get; set; }

        public int ToAll { get; set; }
    }
}
