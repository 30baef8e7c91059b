using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

#pragma warning disable RS1030 // The callers of a few methods, which may be in any file.

namespace DynamoGen.Analyzers.Requests;

/// <summary>Finds the calls of a method in its compilation.</summary>
internal static class MethodCallers
{
    /// <summary>The calls; null for a mention that is none, such as a method group.</summary>
    public static IEnumerable<IInvocationOperation?> Of(IMethodSymbol method, Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        where tree.GetText().ToString().Contains(method.Name)
        let model = compilation.GetSemanticModel(tree)
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Identifier.ValueText == method.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, method.OriginalDefinition)
        select CallOf(name) is { } call ? model.GetOperation(call) as IInvocationOperation : null;

    /// <summary>Whether code outside of the compilation cannot call the method, neither by its name nor by that of a base.</summary>
    public static bool AreAllIn(Compilation compilation, IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsAbstract: false, IsOverride: false }
        && (compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication || IsHidden(method))
        && !method.ContainingType.AllInterfaces.SelectMany(type => type.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static bool IsHidden(ISymbol symbol)
    {
        for (var declared = symbol; declared is IMethodSymbol or INamedTypeSymbol; declared = declared.ContainingSymbol)
        {
            if (declared.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxNode? CallOf(SimpleNameSyntax name)
    {
        SyntaxNode called = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access
            : name.Parent is MemberBindingExpressionSyntax binding ? binding
            : name;
        return called.Parent is InvocationExpressionSyntax call && call.Expression == called ? call : null;
    }
}
