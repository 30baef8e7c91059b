using System.Collections.Immutable;
using System.Composition;
using DynamoGen.Analyzers.Rules;
using DynamoGen.Analyzers.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.CodeFixes.Schema;

/// <summary>
/// Records in <c>dynamogen.lock.json</c> a change that stored items do not survive, because there are none or they are rewritten. It fixes one report
/// at a time and never all, so that neither a clean-up of a solution nor <c>dotnet format</c> takes the guard away in passing.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AcceptChangeCodeFix)), Shared]
public sealed class AcceptChangeCodeFix : CodeFixProvider
{
    private const string Title = "Accept in dynamogen.lock.json: no stored item matters";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create(RuleIdentifiers.IncompatibleSchema, RuleIdentifiers.ChangedKey);

    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.TryGetValue(SchemaDescriptors.Subject, out var subject) && subject is not null)
            {
                var project = context.Document.Project;
                context.RegisterCodeFix(
                    CodeAction.Create(Title, cancellationToken => LockDocument.UpdateAsync(project, project.Solution, [subject], cancellationToken),
                        nameof(AcceptChangeCodeFix)),
                    diagnostic);
            }
        }

        return Task.CompletedTask;
    }
}
