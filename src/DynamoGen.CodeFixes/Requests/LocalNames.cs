using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Requests;

/// <summary>Finds the uses of local variables, and names for new ones.</summary>
internal static class LocalNames
{
    /// <summary>The uses of the local that a statement declares; none where it declares none.</summary>
    public static IEnumerable<IdentifierNameSyntax> UsesOfLocalIn(StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken) =>
        statement is LocalDeclarationStatementSyntax declaration
            ? UsesOf(model.GetDeclaredSymbol(declaration.Declaration.Variables[0], cancellationToken), statement.ListAround(), model, cancellationToken)
            : [];

    /// <summary>The uses of a local below a node.</summary>
    public static IEnumerable<IdentifierNameSyntax> UsesOf(ISymbol? local, SyntaxNode scope, SemanticModel model, CancellationToken cancellationToken) =>
        scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == local?.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local));

    /// <summary>Whether a use reads the property and nothing else, as in <c>response.Items</c>.</summary>
    public static bool Reads(IdentifierNameSyntax use, string property) =>
        use.Parent is MemberAccessExpressionSyntax access && access.Expression == use && access.Name.Identifier.ValueText == property;

    /// <summary>A name for a local beside a statement, with a number where something in the member has it already.</summary>
    public static string Free(string name, StatementSyntax statement, SemanticModel model)
    {
        var member = MemberAround(statement);
        var taken = new HashSet<string>(member.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText));
        taken.UnionWith(NamesAround(statement, model));
        return FirstFree(name, taken);
    }

    /// <summary>A name for a local inside of what replaces a statement, where the same name may be used once more beside it.</summary>
    public static string FreeInside(string name, StatementSyntax statement, SemanticModel model) =>
        FirstFree(name, new HashSet<string>(NamesAround(statement, model)));

    /// <summary>The member that a statement is in; for a top-level statement the whole program, which is one.</summary>
    public static SyntaxNode MemberAround(StatementSyntax statement) => statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        GlobalStatementSyntax { Parent: { } program } => program,
        { } member => member,
        _ => statement,
    };

    private static IEnumerable<string> NamesAround(StatementSyntax statement, SemanticModel model) =>
        model.LookupSymbols(statement.SpanStart).Select(symbol => symbol.Name);

    private static string FirstFree(string name, HashSet<string> taken) =>
        Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}{number}").First(candidate => !taken.Contains(candidate));
}
