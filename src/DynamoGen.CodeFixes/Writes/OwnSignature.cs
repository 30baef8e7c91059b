using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoGen.CodeFixes.Writes;

/// <summary>Whether a method can return something else, because its signature comes from nowhere else.</summary>
internal static class OwnSignature
{
    public static bool Has(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        method is { IsOverride: false, IsVirtual: false, IsPartialDefinition: false, PartialDefinitionPart: null }
        && method.ExplicitInterfaceImplementations.IsEmpty
        && !IsEventHandler(method)
        && !IsUsedAsDelegate(method, compilation, cancellationToken)
        && !method.ContainingType.AllInterfaces
            .SelectMany(candidate => candidate.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether the method is named somewhere without being called: an <c>Action</c> takes no method that returns a task.</summary>
    private static bool IsUsedAsDelegate(IMethodSymbol method, Compilation compilation, CancellationToken cancellationToken) =>
        compilation.SyntaxTrees.Any(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == method.Name && !IsCalled(name))
            .Any(name => SymbolEqualityComparer.Default
                .Equals(compilation.GetSemanticModel(tree).GetSymbolInfo(name, cancellationToken).Symbol?.OriginalDefinition, method)));

    private static bool IsCalled(IdentifierNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access && access.Name == name)
        || name.Parent is MemberBindingExpressionSyntax { Parent: InvocationExpressionSyntax };

    private static bool IsEventHandler(IMethodSymbol method) =>
        method.Parameters is { Length: 2 } parameters
            && parameters[0].Type.SpecialType == SpecialType.System_Object
            && parameters[1].Type.Name.EndsWith("EventArgs", StringComparison.Ordinal);
}
