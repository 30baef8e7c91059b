using System.Collections.Immutable;
using System.Composition;
using DynamoGen.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.CodeFixes.Schema;

/// <summary>Records in <c>dynamogen.lock.json</c> all that stored items survive. One report or many, the file is the same.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpdateLockCodeFix)), Shared]
public sealed class UpdateLockCodeFix : CodeFixProvider
{
    private const string Title = "Update dynamogen.lock.json";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIdentifiers.UnrecordedSchema);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => UpdateLocksFixAllProvider.Instance;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        context.RegisterCodeFix(ActionOn([context.Document.Project]), context.Diagnostics);
        return Task.CompletedTask;
    }

    /// <summary>The action that updates the locks of all the projects.</summary>
    internal static CodeAction ActionOn(IReadOnlyCollection<Project> projects) =>
        CodeAction.Create(Title, cancellationToken => UpdateAsync(projects, cancellationToken), nameof(UpdateLockCodeFix));

    private static async Task<Solution> UpdateAsync(IReadOnlyCollection<Project> projects, CancellationToken cancellationToken)
    {
        var solution = projects.First().Solution;
        foreach (var project in projects)
        {
            solution = await LockDocument.UpdateAsync(project, solution, [], cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }
}
