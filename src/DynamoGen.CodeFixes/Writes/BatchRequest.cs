using DynamoGen.CodeFixes.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>The request of a batch, as something that can be sent again with less in it.</summary>
/// <param name="IsDeclared">Whether it has a name already.</param>
/// <param name="Name">Its name.</param>
/// <param name="Items">What to assign the unprocessed part to.</param>
internal sealed record BatchRequest(bool IsDeclared, string Name, string Items)
{
    public static BatchRequest? TryRead(AwaitedCall batch, SemanticModel model, CancellationToken cancellationToken)
    {
        if (batch.Token is not null && !EndsWithToken(batch.Request, model, cancellationToken))
        {
            return null;
        }

        var isItems = model.GetTypeInfo(batch.Request, cancellationToken).Type?.Name == "Dictionary";
        return batch.Request switch
        {
            IdentifierNameSyntax name when !isItems => OfLocal(name, batch.Statement, model, cancellationToken),
            ObjectCreationExpressionSyntax when !isItems => Declared("request", ".RequestItems"),
            ImplicitObjectCreationExpressionSyntax or CollectionExpressionSyntax => null,
            _ when isItems => Declared("requestItems", ""),
            _ => null,
        };

        BatchRequest Declared(string name, string items)
        {
            var free = LocalNames.Free(Numbered(name, batch), batch.Statement, model);
            return new BatchRequest(false, free, free + items);
        }
    }

    /// <summary>The second batch of a member gets another name than the first, whether or not that is changed too.</summary>
    private static string Numbered(string name, AwaitedCall batch)
    {
        var member = LocalNames.MemberAround(batch.Statement);
        var before = member.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Count(access => access.Name.Identifier.ValueText == batch.Method && access.SpanStart < batch.Statement.SpanStart);
        return before == 0 ? name : $"{name}{before + 1}";
    }

    /// <summary>A local that is declared right here and not used any more, so that nobody sees the change.</summary>
    private static BatchRequest? OfLocal(IdentifierNameSyntax name, StatementSyntax statement, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local
        && local.DeclaringSyntaxReferences is { Length: 1 } declarations
        && declarations[0].GetSyntax(cancellationToken).FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.ListAround()
            == OutsideOfIf(statement).ListAround()
        && LocalNames.UsesOf(local, OutsideOfIf(statement).ListAround(), model, cancellationToken).All(use => use.SpanStart < statement.Span.End)
            ? new BatchRequest(true, local.Name, $"{local.Name}.RequestItems")
            : null;

    /// <summary>The statement itself, or the whole <c>if</c> around one without braces, which runs no more than once either.</summary>
    private static StatementSyntax OutsideOfIf(StatementSyntax statement) =>
        statement.IsInList() ? statement
        : statement.Parent?.FirstAncestorOrSelf<StatementSyntax>() is IfStatementSyntax outer ? OutsideOfIf(outer)
        : statement;

    private static bool EndsWithToken(ExpressionSyntax request, SemanticModel model, CancellationToken cancellationToken) =>
        request.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments: { Count: 2 } arguments } }
        && model.GetTypeInfo(arguments[1].Expression, cancellationToken).ConvertedType?.Name == nameof(CancellationToken);
}
