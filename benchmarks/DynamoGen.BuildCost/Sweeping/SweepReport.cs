using System.Globalization;
using DynamoGen.BuildCost.Costs;
using Microsoft.CodeAnalysis;

namespace DynamoGen.BuildCost.Sweeping;

/// <summary>The hits, counts and times of all compilations of a sweep.</summary>
internal sealed class SweepReport
{
    /// <summary>An analyzer that throws, and a generator that does.</summary>
    private static readonly string[] ExceptionRules = ["AD0001", "CS8785"];

    private readonly List<Diagnostic> _hits = [];
    private readonly Dictionary<string, TimeSpan> _times = [];
    private int _compilations;
    private int _files;
    private int _lines;

    public int Exceptions => _hits.Count(hit => ExceptionRules.Contains(hit.Id));

    public void Add(IReadOnlyList<SyntaxTree> trees, Sweep sweep)
    {
        _compilations++;
        _files += trees.Count;
        _lines += trees.Sum(tree => tree.GetText().Lines.Count);
        _hits.AddRange(sweep.Diagnostics);
        foreach (var (analyzer, time) in sweep.Times)
        {
            _times[analyzer] = _times.GetValueOrDefault(analyzer) + time;
        }
    }

    public void Print(TextWriter writer, bool withHits)
    {
        foreach (var hit in _hits.Where(hit => withHits || ExceptionRules.Contains(hit.Id)).OrderBy(hit => hit.Id, StringComparer.Ordinal)
            .ThenBy(Place, StringComparer.Ordinal))
        {
            writer.WriteLine($"{hit.Id} {Place(hit)}: {LineOf(hit)}");
            if (ExceptionRules.Contains(hit.Id))
            {
                writer.WriteLine(hit.GetMessage(CultureInfo.InvariantCulture));
            }
        }

        foreach (var rule in _hits.GroupBy(hit => hit.Id).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Key,8} {rule.Count(),6:N0} hits"));
        }

        var all = _times.Where(analyzer => analyzer.Key != nameof(BindingAnalyzer)).Sum(analyzer => analyzer.Value.TotalMilliseconds);
        foreach (var (analyzer, time) in _times.OrderByDescending(analyzer => analyzer.Value))
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,10:N0} ms {time.TotalMilliseconds / Math.Max(all, 1),6:P1} {analyzer}"));
        }

        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{_files:N0} files, {_lines:N0} lines, {_compilations:N0} compilations, {Exceptions} exceptions (AD0001, CS8785)"));
    }

    private static string Place(Diagnostic hit) =>
        hit.Location.IsInSource
            ? string.Create(CultureInfo.InvariantCulture, $"{hit.Location.SourceTree!.FilePath}({hit.Location.GetLineSpan().StartLinePosition.Line + 1})")
            : "-";

    private static string LineOf(Diagnostic hit) =>
        hit.Location.SourceTree?.GetText().Lines.GetLineFromPosition(hit.Location.SourceSpan.Start).ToString().Trim() ?? "";
}
