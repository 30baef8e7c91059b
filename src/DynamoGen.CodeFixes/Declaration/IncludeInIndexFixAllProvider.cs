using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.CodeFixes.Declaration;

/// <summary>Extends each index once, however many access patterns miss something in it, and has patterns of whole entities read the table too.</summary>
internal sealed class IncludeInIndexFixAllProvider : FixAllProvider
{
    public static readonly IncludeInIndexFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = new List<(Document, Diagnostic)>();
        foreach (var document in DocumentsOf(fixAllContext))
        {
            found.AddRange((await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)).Select(diagnostic => (document, diagnostic)));
        }

        return found.Count == 0 ? null : IncludeInIndexCodeFix.ActionOn(fixAllContext.Solution, found);
    }

    private static IEnumerable<Document> DocumentsOf(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document => context.Document is { } document ? [document] : [],
        FixAllScope.Project => context.Project.Documents,
        _ => context.Solution.Projects.SelectMany(project => project.Documents),
    };
}
