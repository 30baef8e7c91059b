using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Reads;

/// <summary>A statement <c>var response = await client.QueryAsync(request, token).ConfigureAwait(false);</c>, where the token and the end may be missing.</summary>
/// <param name="Statement">The whole statement.</param>
/// <param name="Client">The client.</param>
/// <param name="Operation">Query or Scan.</param>
/// <param name="Request">The request.</param>
/// <param name="Configuration">What to append to an asynchronous sequence for the same token and the same context.</param>
internal sealed record PageCall(LocalDeclarationStatementSyntax Statement, ExpressionSyntax Client, string Operation, ExpressionSyntax Request, string Configuration)
{
    public static PageCall? TryRead(LocalDeclarationStatementSyntax statement) =>
        statement.Declaration.Variables is { Count: 1 } variables && variables[0].Initializer?.Value is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax call }
            ? TryRead(IsConfigureAwait(call) && call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax inner } ? inner : call)
            : null;

    public static PageCall? TryRead(InvocationExpressionSyntax call)
    {
        if (call is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "QueryAsync" or "ScanAsync" } method, ArgumentList.Arguments: { Count: 1 or 2 } arguments }
            || arguments.Any(argument => argument.NameColon is not null))
        {
            return null;
        }

        var configured = call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } && IsConfigureAwait(outer) ? outer : null;
        var awaited = (ExpressionSyntax?)configured ?? call;
        if (awaited.Parent is not AwaitExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } }
            || declaration is not { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement })
        {
            return null;
        }

        var token = arguments.Count == 2 ? $".WithCancellation({arguments[1].Expression.WithoutTrivia()})" : "";
        var context = configured is null ? "" : $".ConfigureAwait{configured.ArgumentList.WithoutTrivia()}";
        var operation = method.Name.Identifier.ValueText == "QueryAsync" ? "Query" : "Scan";
        return new PageCall(statement, method.Expression, operation, arguments[0].Expression, token + context);
    }

    private static bool IsConfigureAwait(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" };
}
