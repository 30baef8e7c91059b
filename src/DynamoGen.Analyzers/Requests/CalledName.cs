using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.Analyzers.Requests;

/// <summary>Finds the name of the called method in a call, which is the place to report the call at.</summary>
internal static class CalledName
{
    public static Location LocationOf(SyntaxNode call) => Of(call).GetLocation()!;

    private static SyntaxNodeOrToken Of(SyntaxNode syntax) =>
        syntax switch
        {
            InvocationExpressionSyntax invocation => Of(invocation.Expression),
            MemberAccessExpressionSyntax access => access.Name.Identifier,
            MemberBindingExpressionSyntax binding => binding.Name.Identifier,
            SimpleNameSyntax name => name.Identifier,
            _ => syntax,
        };
}
