using System.Collections.Immutable;
using System.Reflection;
using DynamoGen.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.BuildCost.Fixing;

/// <summary>The fixes that the package offers.</summary>
internal static class OfferedFixes
{
    private static readonly ImmutableArray<CodeFixProvider> Providers =
        [.. typeof(DocumentCodeFix).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    /// <summary>What is offered for a report.</summary>
    public static async Task<IReadOnlyList<(CodeFixProvider Provider, CodeAction Action)>> ForAsync(Project project, Diagnostic report)
    {
        var offered = new List<(CodeFixProvider, CodeAction)>();
        if (project.GetDocument(report.Location.SourceTree) is { } document)
        {
            foreach (var provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(report.Id)))
            {
                await provider.RegisterCodeFixesAsync(
                    new CodeFixContext(document, report, (action, _) => offered.Add((provider, action)), CancellationToken.None));
            }
        }

        return offered;
    }

    /// <summary>The project after an action.</summary>
    public static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return change.ChangedSolution.GetProject(project.Id)!;
    }

    /// <summary>The action that applies a fix to all of its reports, or null where it is for one report at a time.</summary>
    public static async Task<CodeAction?> ToAllAsync(Project project, CodeFixProvider provider, CodeAction action, Diagnostic report)
    {
        if (provider.GetFixAllProvider() is not { } all)
        {
            return null;
        }

        var context = new FixAllContext(
            project.GetDocument(report.Location.SourceTree)!, provider, FixAllScope.Project, action.EquivalenceKey, [report.Id], new Reports(report.Id),
            CancellationToken.None);
        return await all.GetFixAsync(context);
    }

    private sealed class Reports(string rule) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await FixedProject.ReportsAsync(project, rule);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FixedProject.ReportsAsync(document.Project, rule)).Where(report => report.Location.SourceTree == tree);
        }

        public override async Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            (await FixedProject.ReportsAsync(project, rule)).Where(report => !report.Location.IsInSource);
    }
}
