using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DynamoGen.CodeFixes.Requests;

/// <summary>Puts several statements in the place of one, in which another fix may have changed something already.</summary>
internal static class StatementChange
{
    /// <summary>
    /// Whether other statements can stand beside this one: in a block, in a section of a switch, or at the top level of a program. Elsewhere, as behind an
    /// <c>if</c> without braces, they need a block of their own.
    /// </summary>
    public static bool IsInList(this StatementSyntax statement) => statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    /// <summary>What holds the statement and those beside it, in which the locals that it declares can be used.</summary>
    public static SyntaxNode ListAround(this StatementSyntax statement) => statement.Parent switch
    {
        GlobalStatementSyntax { Parent: { } program } => program,
        SwitchSectionSyntax { Parent: { } block } => block,
        _ => statement.Parent!,
    };

    public static void ReplaceStatement(this DocumentEditor editor, StatementSyntax statement, Func<StatementSyntax, IEnumerable<StatementSyntax>> change)
    {
        editor.TrackNode(statement);
        editor.ReplaceNode(statement.ListAround(), (list, _) =>
        {
            var current = list.GetCurrentNode(statement)!;
            return current.Parent is GlobalStatementSyntax global
                ? list.ReplaceNode(global, change(current).Select(SyntaxFactory.GlobalStatement))
                : current.IsInList() ? list.ReplaceNode(current, change(current))
                : list.ReplaceNode(current, SyntaxFactory.Block(change(current)).WithAdditionalAnnotations(Formatter.Annotation));
        });
    }
}
