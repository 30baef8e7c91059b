using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DynamoGen.CodeFixes.Schema;

/// <summary>Writes each project's lock once, however many reports lead to it.</summary>
internal sealed class UpdateLocksFixAllProvider : FixAllProvider
{
    public static readonly UpdateLocksFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var affected = new List<Project>();
        foreach (var project in fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : [fixAllContext.Project])
        {
            if (!(await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false)).IsEmpty)
            {
                affected.Add(project);
            }
        }

        return affected.Count == 0 ? null : UpdateLockCodeFix.ActionOn(affected);
    }
}
