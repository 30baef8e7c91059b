using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.BuildCost.Fixing;

/// <summary>
/// Applies each fix to each report of a project, to it alone and to all of its kind: the report must be gone, what compiled must compile, and a second
/// application must change nothing of what was reported. What the change makes the rule see elsewhere, as the callers of a method that returns a task now, is
/// another report.
/// </summary>
internal sealed class FixTrial(Project project, FixReport outcome)
{
    public async Task RunAsync()
    {
        var errors = await FixedProject.ErrorsAsync(project);
        var tried = new HashSet<(CodeFixProvider, string?, string)>();
        foreach (var report in await FixedProject.ReportsAsync(project))
        {
            var offered = await OfferedFixes.ForAsync(project, report);
            outcome.Met(report, offered.Count);
            foreach (var (provider, action) in offered)
            {
                await TryOneAsync(report, action, errors);
                if (tried.Add((provider, action.EquivalenceKey, report.Id))
                    && await OfferedFixes.ToAllAsync(project, provider, action, report) is { } all)
                {
                    await TryAllAsync(report, provider, action, all, errors);
                }
            }
        }
    }

    private async Task TryOneAsync(Diagnostic report, CodeAction action, IReadOnlyList<string> errors)
    {
        var changed = await OfferedFixes.ApplyAsync(project, action);
        var before = (await FixedProject.ReportsAsync(project, report.Id)).Count(other => TextOf(other) == TextOf(report));
        var after = (await FixedProject.ReportsAsync(changed, report.Id)).Count(other => TextOf(other) == TextOf(report));
        outcome.Applied(report, action, isToAll: false, await ProblemAsync(changed, errors) ?? (after < before ? null : "it is reported again"));
    }

    private async Task TryAllAsync(Diagnostic report, CodeFixProvider provider, CodeAction action, CodeAction all, IReadOnlyList<string> errors)
    {
        var changed = await OfferedFixes.ApplyAsync(project, all);
        var problem = await ProblemAsync(changed, errors);
        var reported = (await FixedProject.ReportsAsync(project, report.Id)).Select(TextOf).ToHashSet();
        foreach (var left in (await FixedProject.ReportsAsync(changed, report.Id)).Where(left => reported.Contains(TextOf(left))))
        {
            var again = (await OfferedFixes.ForAsync(changed, left))
                .Where(offered => offered.Provider == provider && offered.Action.EquivalenceKey == action.EquivalenceKey);
            problem ??= again.Any() ? "what it was applied to all of is reported again" : null;
        }

        outcome.Applied(report, action, isToAll: true, problem);
    }

    /// <summary>What a report is known by in a file whose lines have moved.</summary>
    private static (string Path, string Line) TextOf(Diagnostic report)
    {
        var tree = report.Location.SourceTree!;
        return (tree.FilePath, tree.GetText().Lines.GetLineFromPosition(report.Location.SourceSpan.Start).ToString().Trim());
    }

    /// <summary>An error that was not there before, if the change made one.</summary>
    private static async Task<string?> ProblemAsync(Project changed, IReadOnlyList<string> errors)
    {
        var known = errors.GroupBy(error => error).ToDictionary(error => error.Key, error => error.Count());
        return (await FixedProject.ErrorsAsync(changed)).GroupBy(error => error)
            .FirstOrDefault(error => error.Count() > known.GetValueOrDefault(error.Key))?.Key;
    }
}
