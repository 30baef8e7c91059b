using DynamoGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoGen.Analyzers.Reads;

/// <summary>
/// Recognises a wrapper: a method that is itself named <c>Scan…</c> and does nothing but hand its parameters to the call, perhaps through a lambda
/// (as a retry policy takes it). It does not decide to Scan; its callers do. One that scans the table of one class is a wrapper where it is private and
/// takes the conditions of its callers, which are in the same class.
/// </summary>
internal static class ScanForwarder
{
    public static bool Contains(IInvocationOperation call, ISymbol containingSymbol) =>
        IsNamedScan(containingSymbol)
        && (call.TargetMethod.TypeArguments.All(argument => argument is ITypeParameterSymbol) || TakesConditions(containingSymbol))
        && call.Arguments.All(argument => IsHandedOn(argument.Value.WithoutConversions()))
        && IsWholeBody(call);

    private static bool IsNamedScan(ISymbol symbol)
    {
        // An explicit implementation's name starts with the interface's.
        var name = symbol.Name.Substring(symbol.Name.LastIndexOf('.') + 1);
        return name.StartsWith("Scan", StringComparison.Ordinal) || name.StartsWith("FromScan", StringComparison.Ordinal);
    }

    private static bool TakesConditions(ISymbol symbol) =>
        symbol is IMethodSymbol { DeclaredAccessibility: Accessibility.Private, Parameters: var parameters }
        && parameters.Any(parameter => parameter.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } elements } && elements[0].Name == "ScanCondition")
        && symbol.ContainingType.DeclaringSyntaxReferences.Any(part => part.GetSyntax().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Any(call => call.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == symbol.Name));

    private static bool IsHandedOn(IOperation value) =>
        value is IParameterReferenceOperation or IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null };

    private static bool IsWholeBody(IOperation call)
    {
        for (var operation = call.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IMethodBodyOperation)
            {
                return true;
            }

            if (operation is IBlockOperation block && block.Operations.Count(statement => !statement.IsImplicit) > 1)
            {
                return false;
            }

            if (operation is not (IBlockOperation or IReturnOperation or IExpressionStatementOperation or IAwaitOperation or IConversionOperation
                or IInvocationOperation or IArgumentOperation or IDelegateCreationOperation or IAnonymousFunctionOperation))
            {
                return false;
            }
        }

        return false;
    }
}
