using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DynamoGen.CodeFixes.Requests;

/// <summary>Puts several statements in the place of one, in which another fix may have changed something already.</summary>
internal static class StatementChange
{
    public static void ReplaceStatement(this DocumentEditor editor, StatementSyntax statement, Func<StatementSyntax, IEnumerable<StatementSyntax>> change)
    {
        editor.TrackNode(statement);
        editor.ReplaceNode(statement.Parent!, (block, _) =>
        {
            var current = block.GetCurrentNode(statement)!;
            return block.ReplaceNode(current, change(current));
        });
    }
}
