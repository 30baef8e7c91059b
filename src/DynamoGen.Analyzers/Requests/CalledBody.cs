using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

#pragma warning disable RS1030 // Another file's model, for the few calls that hand on what a rule looks at.

namespace DynamoGen.Analyzers.Requests;

/// <summary>Looks into the methods of the same compilation that a value is handed to.</summary>
internal static class CalledBody
{
    /// <summary>The uses of the parameter that takes an argument; none where the code that runs is not visible.</summary>
    public static IEnumerable<IParameterReferenceOperation> UsesOf(IArgumentOperation argument) =>
        argument is { Parameter: { RefKind: RefKind.None } parameter, Parent: IInvocationOperation call }
        && Of(call.TargetMethod, call) is { } body
            ? UsesOf(parameter.OriginalDefinition, body)
            : [];

    /// <summary>The uses of a parameter in the body of its method.</summary>
    public static IEnumerable<IParameterReferenceOperation> UsesOf(IParameterSymbol parameter, IOperation body) =>
        body.Descendants().OfType<IParameterReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Parameter, parameter));

    /// <summary>What a method does, or null if it is declared elsewhere or another one may stand in for it.</summary>
    public static IOperation? Of(IMethodSymbol method, IOperation anywhere) =>
        !method.IsAbstract && !method.IsVirtual && !method.IsOverride ? DeclaredBy(method, anywhere) : null;

    /// <summary>What a method does as it is declared, or null if that is elsewhere.</summary>
    public static IOperation? DeclaredBy(IMethodSymbol method, IOperation anywhere) =>
        method.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
        && anywhere.SemanticModel is { } model
        && model.Compilation.ContainsSyntaxTree(declaration.SyntaxTree)
            ? (declaration.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(declaration.SyntaxTree))
                .GetOperation(declaration.GetSyntax())
            : null;
}
