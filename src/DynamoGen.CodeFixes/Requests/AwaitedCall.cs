using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Requests;

/// <summary>
/// A statement that awaits one call of the client and nothing else, such as
/// <c>var response = await client.QueryAsync(request, token).ConfigureAwait(false);</c>, where the local, the token and the end may be missing.
/// </summary>
/// <param name="Statement">The whole statement.</param>
/// <param name="Response">The name of the local that holds the response, or null.</param>
/// <param name="Client">The client.</param>
/// <param name="Method">The name of the method.</param>
/// <param name="Request">The request.</param>
/// <param name="Token">The cancellation token, or null.</param>
/// <param name="Context">The <c>.ConfigureAwait(…)</c>, or nothing.</param>
internal sealed record AwaitedCall(
    StatementSyntax Statement, string? Response, ExpressionSyntax Client, string Method, ExpressionSyntax Request, ExpressionSyntax? Token, string Context)
{
    public static AwaitedCall? TryRead(InvocationExpressionSyntax call)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax method, ArgumentList.Arguments: { Count: 1 or 2 } arguments }
            || arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        var configured = call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax outer }
            ? outer
            : null;
        if ((configured ?? call).Parent is not AwaitExpressionSyntax awaited || StatementOf(awaited) is not { } statement)
        {
            return null;
        }

        var response = (statement as LocalDeclarationStatementSyntax)?.Declaration.Variables[0].Identifier.ValueText;
        var token = arguments.Count == 2 ? arguments[1].Expression.WithoutTrivia() : null;
        var context = configured is null ? "" : $".ConfigureAwait{configured.ArgumentList.WithoutTrivia()}";
        return new AwaitedCall(
            statement, response, method.Expression.WithoutTrivia(), method.Name.Identifier.ValueText, arguments[0].Expression, token, context);
    }

    /// <summary>The call that a statement awaits.</summary>
    public static AwaitedCall In(StatementSyntax statement) =>
        statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(TryRead).First(
            call => call is { Method: not nameof(Task.ConfigureAwait) } && call.Statement == statement)!;

    private static StatementSyntax? StatementOf(AwaitExpressionSyntax awaited) =>
        awaited.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax statement } => statement,
            EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement },
                },
            } => statement,
            _ => null,
        };
}
